import { portalHref, type Visit } from "../portal/visit.ts";
import type { Say } from "../words/say.ts";
import { choiceText } from "./choices.ts";
import type { SaidRow } from "./decision-read.store.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { verdictText } from "./verdict-text.ts";

interface Props {
  visit: Visit;
  view: DecisionView;
}

/** Why there is nothing to press any more: decided by whom, replaced, taken back. */
export function DecisionState({ visit, view }: Props) {
  const { say, project, formToken, link } = visit;
  const { request, state, next, own } = view;
  if (state === "cancelled")
    return (
      <div className="panel">
        <p>{say("This was taken back. There is nothing to decide.")}</p>
        {request.cancelledReason ? <p>{request.cancelledReason}</p> : null}
      </div>
    );
  if (state === "superseded" || (state === "decided" && next))
    return (
      <div className="panel">
        <p>
          {state === "superseded"
            ? say("A newer version has taken its place.")
            : say("It was decided, and a newer version came after it.")}
        </p>
        {next === null ? null : link === null ? (
          <p>
            <a className="button" href={portalHref(visit, `/decisions/${next.number}`)}>
              {say("See the new version")}
            </a>
          </p>
        ) : (
          <form method="post" action={placeOf(visit, request.number)}>
            <input type="hidden" name="form" value={formToken} />
            <button type="submit" name="newest" value="yes">
              {say("Send me the new one")}
            </button>
          </form>
        )}
      </div>
    );
  if (own && own.verdict !== "advised")
    return (
      <div className="panel">
        <p>
          <strong>{saidText(say, view, own)}</strong> · {say.moment(own.at, project.zone)}
        </p>
        <p>
          <a className="row-link" href={placeOf(visit, request.number, "/receipt")}>
            {say("Your receipt")}
          </a>
        </p>
      </div>
    );
  const last = state === "decided" ? lastInForce(view) : undefined;
  return last ? (
    <p className="panel">
      {say("Decided already: {verdict} by {name}, {when}.", {
        verdict: saidText(say, view, last),
        name: last.name ?? say("Somebody"),
        when: say.moment(last.at, project.zone),
      })}
    </p>
  ) : null;
}

function saidText(say: Say, { snapshot }: DecisionView, said: SaidRow): string {
  return choiceText(say, snapshot, said.choice) ?? verdictText(say, said);
}

function lastInForce({ said }: DecisionView): SaidRow | undefined {
  return said.findLast(({ withdrawnAt, verdict }) => withdrawnAt === null && verdict !== "advised");
}
