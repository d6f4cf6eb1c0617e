import { typed, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { Words } from "../portal/words.page.tsx";
import type { Message } from "../words/say.ts";
import type { Said } from "./client-talk.store.ts";

interface ThreadProps {
  visit: Visit;
  said: readonly Said[];
  /** So many of the newest stand open; what was said before is folded. */
  open: number;
}

export function Thread({ visit, said, open }: ThreadProps) {
  const { say } = visit;
  const earlier = said.slice(0, -open);
  return (
    <>
      {earlier.length > 0 ? (
        <details>
          <summary>
            {say("{count, plural, one {# earlier message} other {# earlier messages}}", {
              count: earlier.length,
            })}
          </summary>
          {earlier.map((one) => (
            <Comment key={one.id} visit={visit} said={one} />
          ))}
        </details>
      ) : null}
      {said.slice(-open).map((one) => (
        <Comment key={one.id} visit={visit} said={one} />
      ))}
    </>
  );
}

function Comment({ visit, said }: { visit: Visit; said: Said }) {
  const { say, visitor, project } = visit;
  const mine = said.authorId === visitor.personId;
  return (
    <div className={mine ? "said mine" : "said"}>
      <small className="dim">
        {mine ? say("You") : (said.authorName ?? project.workspaceName)},{" "}
        {say.moment(said.createdAt, project.zone)}
      </small>
      <Words text={said.body} />
    </div>
  );
}

interface TalkFormProps {
  visit: Visit;
  label: Message;
  action: Message;
}

/** Where somebody of a client says something; what was typed stays when it could not be taken. */
export function TalkForm({ visit, label, action }: TalkFormProps) {
  const { say, formToken, preview } = visit;
  const wrong = wrongWith(visit, "words");
  return (
    <form method="post" id="say">
      <input type="hidden" name="form" value={formToken} />
      <div className="field">
        <label htmlFor="words">{say(label)}</label>
        <textarea
          id="words"
          name="words"
          maxLength={20_000}
          defaultValue={typed(visit, "words")}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? "words-wrong" : undefined}
        />
        {wrong ? (
          <p className="wrong" id="words-wrong">
            {wrong}
          </p>
        ) : null}
      </div>
      <button type="submit" className="plain" disabled={preview !== null}>
        {say(action)}
      </button>
    </form>
  );
}
