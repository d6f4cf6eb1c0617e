import type { Visit } from "../portal/visit.ts";
import type { ClientSnapshotView } from "../publications/client-snapshot.view.ts";
import { windowText } from "./window-words.ts";

/** The whole plan that is asked about: what it is for, what belongs to it, and each milestone. */
export function PlanContent({ visit, plan }: { visit: Visit; plan: ClientSnapshotView }) {
  const { say, today } = visit;
  const { project, objectives } = plan;
  const facts = [
    [say("Outcome"), project.outcome],
    [say("In scope"), project.scopeIn],
    [say("Not in scope"), project.scopeOut],
    [say("Date"), project.dueOn === null ? "" : say.day(project.dueOn, today)],
  ].filter(([, value]) => value !== "");
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd className="lines">{value}</dd>
          </div>
        ))}
      </dl>
      {objectives.length > 0 ? (
        <>
          <h2>{say("Objectives")}</h2>
          <ul>
            {objectives.map((one) => (
              <li key={one.id}>
                {one.statement}
                {one.measure ? (
                  <span className="dim">
                    {" "}
                    ({one.measure}: {one.baseline ?? "–"} → {one.target ?? "–"} {one.unit})
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{say("Milestones")}</h2>
      <ol className="rows">
        {plan.milestones
          .filter(({ dropped }) => !dropped)
          .map((one) => (
            <MilestoneLine key={one.id} visit={visit} plan={plan} milestone={one} />
          ))}
      </ol>
      {project.acceptance ? (
        <>
          <h2>{say("If nobody answers")}</h2>
          <p>{windowText(say, project.acceptance)}</p>
        </>
      ) : null}
    </>
  );
}

interface LineProps {
  visit: Visit;
  plan: ClientSnapshotView;
  milestone: ClientSnapshotView["milestones"][number];
}

function MilestoneLine({ visit, plan, milestone }: LineProps) {
  const { say, today } = visit;
  const { title, targetOn, priceMinor, outcome, criteria } = milestone;
  return (
    <li>
      <div className="row-link">
        <strong>{title}</strong>
        <span>
          {targetOn === null ? say("no date") : say.day(targetOn, today)}
          {priceMinor === null ? "" : ` · ${say.money(priceMinor, plan.project.currency)}`}
        </span>
      </div>
      {outcome ? <p>{outcome}</p> : null}
      {criteria.length > 0 ? (
        <>
          <p className="dim">{say("Done when")}</p>
          <ul>
            {criteria.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </li>
  );
}
