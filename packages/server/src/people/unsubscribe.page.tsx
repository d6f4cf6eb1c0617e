import { type MailKind, optionalOf } from "../mail/letters.ts";
import { UNSUBSCRIBE } from "../mail/unsubscribe.ts";
import type { Say } from "../words/say.ts";
import { Frame } from "./sign-in-frame.page.tsx";

interface UnsubscribeProps {
  say: Say;
  house: string;
  kind: MailKind;
  token: string;
  isOff: boolean;
}

/** Says what would end, with one button for it, and afterwards one for taking it back. */
export function UnsubscribePage({ say, house, kind, token, isOff }: UnsubscribeProps) {
  const optional = optionalOf(kind);
  const called = optional ? say(optional.called) : kind;
  const address = `${UNSUBSCRIBE}/${token}`;
  return (
    <Frame
      title={isOff ? say("You get no more of these mails") : say("Stop these mails?")}
      language={say.language}
      house={house}
    >
      <p>{say("Mails of this kind: {called}.", { called })}</p>
      <p className="dim">
        {say(
          "Mails that wait for an answer of yours, such as decisions and codes for signing in, still come.",
        )}
      </p>
      <form method="post" action={isOff ? `${address}/again` : address}>
        <button type="submit" className={isOff ? "plain" : undefined}>
          {isOff ? say("Send me these mails again") : say("Stop these mails")}
        </button>
      </form>
    </Frame>
  );
}

export function UnknownUnsubscribePage() {
  return (
    <Frame title="This link is no longer valid">
      <p>It may have been cut off on its way. Open the link at the end of a newer mail.</p>
    </Frame>
  );
}
