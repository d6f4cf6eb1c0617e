import type { Visit } from "../portal/visit.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { canTakeBack, MINUTES } from "./take-back.ts";

interface Props {
  visit: Visit;
  view: Pick<DecisionView, "request">;
}

/** What proves the decision, to keep: on paper as soon as it can no longer be taken back. */
export function ProofLinks({ visit, view }: Props) {
  const { say, now, project } = visit;
  const { number, outcome, outcomeAt } = view.request;
  const decidedAt = outcome === null || outcome === "lapsed" ? null : outcomeAt;
  const readyAt = decidedAt && new Date(decidedAt.getTime() + MINUTES * 60_000);
  return (
    <ul className="rows">
      {decidedAt === null || readyAt === null ? null : canTakeBack(decidedAt, now) ? (
        <li className="dim">
          {say("The certificate is ready from {when}.", { when: say.moment(readyAt, project.zone) })}
        </li>
      ) : (
        <li>
          <a className="row-link" href={placeOf(visit, number, "/certificate.pdf")}>
            {say("Certificate (PDF)")}
          </a>
        </li>
      )}
      <li>
        <a className="row-link" href={placeOf(visit, number, "/record.json")}>
          {say("Record to verify (JSON)")}
        </a>
      </li>
    </ul>
  );
}
