import { typed } from "../portal/portal-page.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { mayAsk } from "./decision-acts.ts";
import { DecisionBar } from "./decision-bar.page.tsx";
import { DecisionContent } from "./decision-content.page.tsx";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { DecisionState } from "./decision-state.page.tsx";
import type { Picture } from "./pins.ts";
import { ProofLinks } from "./proof-links.page.tsx";
import { WhoDecides } from "./who-decides.page.tsx";

interface Props {
  visit: Visit;
  view: DecisionView;
}

/** Exactly what was frozen, and the two buttons. */
export function DecisionPage({ visit, view, pictures }: Props & { pictures: readonly Picture[] }) {
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
      <WhoDecides visit={visit} view={view} pictures={pictures} />
      {view.said.length > 0 ? <ProofLinks visit={visit} view={view} /> : null}
      <Talk visit={visit} view={view} />
      {view.isTurn ? <DecisionBar visit={visit} view={view} /> : null}
      {view.isAdviser && view.state === "open" ? <Opinion visit={visit} view={view} /> : null}
    </>
  );
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
