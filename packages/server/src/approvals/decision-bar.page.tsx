import { civilDate } from "../kit/clock.ts";
import { typed, wrongWith } from "../portal/portal-page.ts";
import { accountHref, needsAccount, type Visit } from "../portal/visit.ts";
import { choiceText } from "./choices.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { effectText } from "./effect-text.ts";

interface Props {
  visit: Visit;
  view: DecisionView;
}

/** What can be pressed, with the hash of what stands above it. */
export function DecisionBar({ visit, view }: Props) {
  const { say, formToken, visitor, project, today } = visit;
  const { request } = view;
  // Before anything is chosen or typed that would be lost on the way.
  if (needsAccount(visit))
    return (
      <div className="bar">
        {request.kind === "question" ? (
          <ul>
            {view.snapshot.choices.map(({ id }) => (
              <li key={id}>{choiceText(say, view.snapshot, id)}</li>
            ))}
          </ul>
        ) : null}
        <p>{say("This project asks you to sign in with your account before you decide.")}</p>
        <a className="button" href={accountHref(visit, `/decisions/${request.number}`)}>
          {say("Sign in to decide")}
        </a>
      </div>
    );
  return (
    <div className="bar">
      {view.saidYesAt && request.kind !== "question" ? (
        <p className="notice">
          {say("You wrote “approved” in a mail of {day}. Confirm it here.", {
            day: say.day(civilDate(view.saidYesAt, project.zone), today),
          })}
        </p>
      ) : null}
      <form method="post" action={placeOf(visit, request.number)} className="decide">
        <input type="hidden" name="form" value={formToken} />
        <input type="hidden" name="hash" value={request.hash} />
        <Answers visit={visit} view={view} />
      </form>
      <details className="as">
        <summary>{say("as {name} – not you?", { name: visitor.name })}</summary>
        <p>
          {say(
            "This page is for {name} alone. If you are somebody else, ask for a link of your own; it takes a minute.",
            { name: visitor.name },
          )}
        </p>
      </details>
    </div>
  );
}

function Answers({ visit, view }: Props) {
  const { say } = visit;
  const { request, snapshot } = view;
  const changes = `${placeOf(visit, request.number, "/changes")}#words`;
  if (request.kind === "question") return <Choices visit={visit} view={view} />;
  if (request.kind !== "change")
    return (
      <>
        <button type="submit" name="verdict" value="approved">
          {say("Approve")}
        </button>
        <a className="button plain" href={changes}>
          {say("Request changes")}
        </a>
      </>
    );
  const [first, ...others] = snapshot.choices.map((one) => ({
    id: one.id,
    text: choiceText(say, snapshot, one.id),
  }));
  return (
    <>
      <input type="hidden" name="verdict" value="chosen" />
      <button type="submit" name="choice" value={first?.id}>
        {first?.text}
      </button>
      {others.map(({ id, text }) => (
        <button type="submit" className="plain" name="choice" value={id} key={id}>
          {text}
        </button>
      ))}
      <a className="row-link" href={changes}>
        {say("Ask for another offer")}
      </a>
    </>
  );
}

function Choices({ visit, view }: Props) {
  const { say } = visit;
  const wrong = wrongWith(visit, "choice");
  return (
    <>
      <fieldset aria-describedby={wrong ? "choice-wrong" : undefined}>
        <legend>{say("Your choice")}</legend>
        {view.snapshot.choices.map((choice) => (
          <label className="choice" key={choice.id}>
            <input
              type="radio"
              name="choice"
              value={choice.id}
              required
              defaultChecked={typed(visit, "choice") === choice.id}
            />
            <span>
              {choice.text}
              <Effect visit={visit} view={view} choice={choice} />
            </span>
          </label>
        ))}
        {wrong ? (
          <p className="wrong" id="choice-wrong">
            {wrong}
          </p>
        ) : null}
      </fieldset>
      <Why visit={visit} />
      <button type="submit" name="verdict" value="chosen">
        {say("Choose")}
      </button>
    </>
  );
}

/** Folded, so that a choice stays two taps; whoever reads the log later knows why. */
function Why({ visit }: Pick<Props, "visit">) {
  const { say } = visit;
  const words = typed(visit, "words");
  return (
    <details open={words !== ""}>
      <summary>{say("Say why, if you like")}</summary>
      <label htmlFor="why">{say("Why this one")}</label>
      <textarea id="why" name="words" maxLength={5_000} defaultValue={words} />
    </details>
  );
}

function Effect({ visit, view, choice }: Props & { choice: DecisionView["snapshot"]["choices"][number] }) {
  const text = effectText(visit.say, choice, view.snapshot.project.currency);
  return text === "" ? null : <small className="dim effect">{text}</small>;
}
