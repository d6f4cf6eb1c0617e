import type { ReactNode } from "react";
import { accentsOf } from "../kit/brand.ts";
import type { Say } from "../words/say.ts";
import { PortalDocument } from "./frame.page.tsx";
import type { LinkState } from "./person-links.ts";

export function Plain({ say, title, children }: { say: Say; title: string; children: ReactNode }) {
  return (
    <PortalDocument language={say.language} title={title} accents={accentsOf(null)}>
      <main id="main">
        <h1>{title}</h1>
        {children}
      </main>
    </PortalDocument>
  );
}

interface LinkDoorProps {
  say: Say;
  action: string;
  sent: boolean;
  /** Where whoever has chosen a password signs in; null where nobody knows of which house this is. */
  account: string | null;
}

/** Nobody is known on this device; the way in is a link to the address that the team knows. */
export function LinkDoorPage({ say, action, sent, account }: LinkDoorProps) {
  return (
    <Plain say={say} title={say("Your link, please")}>
      {sent ? (
        <p className="notice" role="status">
          {say("If this address is known here, a mail with your link is on its way.")}
        </p>
      ) : (
        <p>
          {say(
            "This page opens with your own link. It stands in every mail that you get about your project.",
          )}
        </p>
      )}
      <AskForLink say={say} action={action} />
      {account ? (
        <p>
          <a className="row-link" href={account}>
            {say("You have chosen a password? Sign in")}
          </a>
        </p>
      ) : null}
    </Plain>
  );
}

function AskForLink({ say, action }: { say: Say; action: string }) {
  return (
    <form method="post" action={action}>
      <div className="field">
        <label htmlFor="email">{say("Your mail address")}</label>
        <input id="email" name="email" type="email" autoComplete="email" required maxLength={254} />
      </div>
      <button type="submit">{say("Send me my link")}</button>
    </form>
  );
}

/** `cut`: not the whole address; `unknown`: whole, but nobody's. */
type ClosedState = LinkState | "unknown" | "cut";

interface ClosedLinkProps {
  say: Say;
  state: ClosedState | "sent";
  offer: { action: string; formToken: string } | null;
}

export function ClosedLinkPage({ say, state, offer }: ClosedLinkProps) {
  if (state === "sent")
    return (
      <Plain say={say} title={say("On its way")}>
        <p>{say("A new link is on its way to the mail address that this one was for.")}</p>
      </Plain>
    );
  return (
    <Plain say={say} title={say("This link does not open")}>
      <p>{reason(say, state)}</p>
      {offer ? (
        <form method="post" action={offer.action}>
          <input type="hidden" name="form" value={offer.formToken} />
          <button type="submit" name="again" value="yes">
            {say("Send me the new one")}
          </button>
        </form>
      ) : (
        <>
          <p>{say("Use the newest mail that you got, or have your own link sent to you.")}</p>
          <AskForLink say={say} action="/portal/link" />
        </>
      )}
    </Plain>
  );
}

function reason(say: Say, state: ClosedState): string {
  switch (state) {
    case "expired":
      return say("It was good for a while, and that while is over.");
    case "superseded":
      return say("A newer one has taken its place.");
    case "used":
      return say("It works once, and it was used already.");
    case "revoked":
      return say("It was taken back.");
    case "cut":
      return say("The address is not whole: mail programs sometimes cut long links off.");
    default:
      return say("It may be for another place, or for somebody who has no access any more.");
  }
}

interface CodeFormProps {
  say: Say;
  action: string;
  formToken: string;
  /** Where the mail goes, half hidden. */
  address: string;
  problem: string | null;
  sent: boolean;
  /** Fields that travel along, so that nothing that was typed before is lost. */
  carried?: readonly (readonly [name: string, value: string])[];
}

/** A device that is new has to prove itself: six digits that went to the person's own address. */
export function CodeDoorPage(props: CodeFormProps) {
  const { say } = props;
  return (
    <Plain say={say} title={codeTitle(say)}>
      <CodeForm {...props} />
    </Plain>
  );
}

export function codeTitle(say: Say): string {
  return say("A code, to be sure it is you");
}

export function CodeForm({ say, action, formToken, address, problem, sent, carried = [] }: CodeFormProps) {
  return (
    <>
      {problem ? (
        <p className="alert" role="alert">
          {problem}
        </p>
      ) : null}
      <form method="post" action={action}>
        <input type="hidden" name="form" value={formToken} />
        {carried.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {sent ? (
          <>
            <p>
              {say("A mail with six digits went to {address}. This device is asked only once.", { address })}
            </p>
            <div className="field">
              <label htmlFor="code">{say("Code")}</label>
              <input
                id="code"
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={12}
                aria-invalid={problem ? true : undefined}
              />
            </div>
            <button type="submit">{say("Go on")}</button>
            <p>
              <button type="submit" className="text-button" name="send-code" value="yes">
                {say("Send another code")}
              </button>
            </p>
          </>
        ) : (
          <>
            <p>{say("This device is new here. A code goes to {address}.", { address })}</p>
            <button type="submit" name="send-code" value="yes">
              {say("Send me the code")}
            </button>
          </>
        )}
      </form>
    </>
  );
}
