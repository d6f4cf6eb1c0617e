import { typed, wrongWith } from "../portal/portal-page.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { mayAsk } from "./decision-acts.ts";
import { DecisionContent } from "./decision-content.page.tsx";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { DecisionState } from "./decision-state.page.tsx";
import { effectText } from "./effect-text.ts";
import { ProofLinks } from "./proof-links.page.tsx";
import { WhoDecides } from "./who-decides.page.tsx";

interface Props {
  visit: Visit;
  view: DecisionView;
}

/** Exactly what was frozen, and the two buttons. */
export function DecisionPage({ visit, view }: Props) {
  const { say, today } = visit;
  const { request, snapshot } = view;
  return (
    <>
      <h1>
        <span aria-hidden="true">◈ </span>
        {request.title}
        {request.round > 1 ? ` · ${say("version {n}", { n: request.round })}` : ""}
      </h1>
      {snapshot.question !== request.title ? <p className="ask">{snapshot.question}</p> : null}
      {view.state === "open" && request.dueOn !== null ? (
        <p className="dim">{say("Please by {day}", { day: say.day(request.dueOn, today) })}</p>
      ) : null}
      <DecisionState visit={visit} view={view} />
      <DecisionContent visit={visit} view={view} />
      <WhoDecides visit={visit} view={view} />
      {view.said.length > 0 ? <ProofLinks visit={visit} view={view} /> : null}
      <Talk visit={visit} view={view} />
      {view.isTurn ? <Bar visit={visit} view={view} /> : null}
      {view.isAdviser && view.state === "open" ? <Opinion visit={visit} view={view} /> : null}
    </>
  );
}

function Bar({ visit, view }: Props) {
  const { say, formToken, visitor } = visit;
  const { request, snapshot } = view;
  const changes = `${placeOf(visit, request.number, "/changes")}#words`;
  return (
    <div className="bar">
      <form method="post" action={placeOf(visit, request.number)} className="decide">
        <input type="hidden" name="form" value={formToken} />
        <input type="hidden" name="hash" value={request.hash} />
        {request.kind === "question" ? (
          <>
            <fieldset aria-describedby={wrongWith(visit, "choice") ? "choice-wrong" : undefined}>
              <legend>{say("Your choice")}</legend>
              {snapshot.choices.map((choice) => (
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
              {wrongWith(visit, "choice") ? (
                <p className="wrong" id="choice-wrong">
                  {wrongWith(visit, "choice")}
                </p>
              ) : null}
            </fieldset>
            <Why visit={visit} />
            <button type="submit" name="verdict" value="chosen">
              {say("Choose")}
            </button>
          </>
        ) : (
          <>
            <button type="submit" name="verdict" value="approved">
              {say("Approve")}
            </button>
            <a className="button plain" href={changes}>
              {say("Request changes")}
            </a>
          </>
        )}
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

function Opinion({ visit, view }: Props) {
  const { say, formToken } = visit;
  const { request, own } = view;
  if (own) return <p className="notice">{say("Your opinion is with your colleagues. Thank you.")}</p>;
  return (
    <form method="post" action={placeOf(visit, request.number)}>
      <h2>{say("Your opinion")}</h2>
      <p>{say("It decides nothing; those who decide read it.")}</p>
      <input type="hidden" name="form" value={formToken} />
      <input type="hidden" name="hash" value={request.hash} />
      <div className="field">
        <label htmlFor="words">{say("What do you think?")}</label>
        <textarea id="words" name="words" required maxLength={5_000} defaultValue={typed(visit, "words")} />
      </div>
      <button type="submit" name="verdict" value="advised">
        {say("Send my opinion")}
      </button>
    </form>
  );
}

function Talk({ visit, view }: Props) {
  const { say, formToken, project, preview } = visit;
  const { request, talk, isDecider, state } = view;
  return (
    <section id="talk">
      {talk.map((one) => (
        <div className="said" key={one.id}>
          <p>{one.body}</p>
          <small className="dim">
            {one.authorName} · {say.moment(one.createdAt, project.zone)}
          </small>
        </div>
      ))}
      {preview === null && mayAsk(visit, view) ? (
        <details open={typed(visit, "ask") !== ""}>
          <summary>{say("Ask a question")}</summary>
          <form method="post" action={placeOf(visit, request.number)}>
            <input type="hidden" name="form" value={formToken} />
            <div className="field">
              <label htmlFor="ask">{say("Your question")}</label>
              <textarea id="ask" name="ask" required maxLength={5_000} defaultValue={typed(visit, "ask")} />
            </div>
            <button type="submit" className="plain">
              {say("Send the question")}
            </button>
          </form>
        </details>
      ) : null}
      {isDecider && state === "open" && preview === null ? (
        <p>
          <a className="row-link" href={placeOf(visit, request.number, "/colleague")}>
            {say("Ask a colleague")}
          </a>
        </p>
      ) : null}
      {visit.link === null ? (
        <p>
          <a className="row-link" href={portalHref(visit, "/decisions")}>
            {say("All decisions")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
