import type { Head } from "../events/sealed-head.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import type { Say } from "../words/say.ts";
import { ChangeCost } from "./change-content.page.tsx";
import { ACCEPT, choiceText } from "./choices.ts";
import { consequences } from "./decision-content.page.tsx";
import type { SaidRow } from "./decision-read.store.ts";
import { type DecisionView, mayTakeBack, placeOf } from "./decision-read.ts";
import { ProofLinks } from "./proof-links.page.tsx";
import { MINUTES } from "./take-back.ts";
import { verdictText } from "./verdict-text.ts";

interface Props {
  visit: Visit;
  view: DecisionView;
  own: SaidRow;
}

interface ReceiptProps extends Props {
  /** The chain of the project with this decision in it; null while it is being sealed. */
  head: Head | null;
}

/** Who said what, about which version, when, and what follows; for a few minutes it can be taken back. */
export function ReceiptPage({ visit, view, own, head }: ReceiptProps) {
  const { say, project } = visit;
  const { request, snapshot } = view;
  const choice = choiceText(say, snapshot, own.choice);
  const approved = request.outcome === "approved" || (own.choice === ACCEPT && request.outcome === "chosen");
  const follows = approved ? consequences(visit, snapshot) : [];
  return (
    <>
      <h1>{headline(visit, view, own)}</h1>
      <dl className="facts">
        <dt>{say("What")}</dt>
        <dd>
          {request.title}
          {request.round > 1 ? ` · ${say("version {n}", { n: request.round })}` : ""}
        </dd>
        <dt>{say("Decision")}</dt>
        <dd>{choice ?? verdictText(say, own)}</dd>
        <dt>{say("Who")}</dt>
        <dd>
          {own.name ?? visit.visitor.name}
          {own.handedOverBy ? (
            <span className="dim">
              {" "}
              ({say("Came by a link that {name} handed over.", { name: own.through ?? say("the team") })})
            </span>
          ) : null}
        </dd>
        <dt>{say("When")}</dt>
        <dd>{say.moment(own.at, project.zone)}</dd>
        <dt>{say("Fingerprint")}</dt>
        <dd className="fingerprint">{own.shownHash}</dd>
        {head ? (
          <>
            <dt>{say("Chain")}</dt>
            <dd className="fingerprint">{head.hash}</dd>
          </>
        ) : null}
      </dl>
      {own.words ? (
        <div className="said">
          <p>{own.words}</p>
        </div>
      ) : null}
      {follows.length > 0 ? (
        <>
          <h2>{say("What follows")}</h2>
          <ul>
            {follows.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      ) : null}
      {approved && snapshot.change ? (
        <ChangeCost visit={visit} snapshot={snapshot} change={snapshot.change} />
      ) : null}
      {request.outcome === null && own.verdict !== "advised" ? (
        <p className="dim">{say("Others are still asked.")}</p>
      ) : null}
      <p className="dim">{say("A receipt comes by mail in a few minutes.")}</p>
      <ProofLinks visit={visit} view={view} />
      <Steps visit={visit} view={view} own={own} />
    </>
  );
}

function Steps({ visit, view, own }: Props) {
  const { say, formToken, link, visitor } = visit;
  const place = placeOf(visit, view.request.number, "/receipt");
  return (
    <>
      {mayTakeBack(visit, own) ? (
        <form method="post" action={place}>
          <input type="hidden" name="form" value={formToken} />
          <p className="dim">
            {say("Pressed by mistake? For {n} minutes you can take it back.", { n: MINUTES })}
          </p>
          <button type="submit" className="plain" name="undo" value="yes">
            {say("Undo")}
          </button>
        </form>
      ) : null}
      {link && visitor.sessionId === null && visitor.side === "client" ? (
        <form method="post" action={place}>
          <input type="hidden" name="form" value={formToken} />
          <button type="submit" className="plain" name="open" value="yes">
            {say("Open the project page")}
          </button>
        </form>
      ) : (
        <p>
          <a className="row-link" href={portalHref(visit)}>
            {say("Open the project page")}
          </a>
        </p>
      )}
    </>
  );
}

function headline({ say }: Visit, { request }: DecisionView, own: SaidRow): string {
  if (request.kind === "change" && own.verdict !== "advised") return changeHeadline(say, own);
  if (own.verdict === "changes_requested") return say("Thank you. The team knows what to change.");
  if (own.verdict === "advised") return say("Thank you. Your opinion is with your colleagues.");
  if (own.verdict === "chosen") return say("Thank you. Your choice is on record.");
  return request.kind === "completion" && request.outcome === "approved"
    ? say("Approved. {title} is reached.", { title: request.title })
    : say("Thank you. Your approval is on record.");
}

function changeHeadline(say: Say, { verdict, choice }: SaidRow): string {
  if (verdict === "changes_requested") return say("Thank you. You get another offer.");
  return choice === ACCEPT
    ? say("Accepted. It becomes part of the plan.")
    : say("Thank you. The plan stays as it is.");
}
