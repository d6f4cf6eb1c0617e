import { type Calendar, workingDaysBetween } from "@milepost/planning";
import { civilDate } from "../kit/clock.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import type { ClientPlan } from "./client-plan.ts";
import type { Waiting } from "./needs.store.ts";
import type { Needs } from "./needs.ts";

interface NeedsProps {
  visit: Visit;
  needs: Needs;
  plan: ClientPlan | null;
  names: ReadonlyMap<string, string>;
  calendar: Calendar;
}

/** What waits for this person, each with its effect and one button; what waits for others is only listed. */
export function NeedsYou({ visit, needs: { mine, others }, plan, names, calendar }: NeedsProps) {
  const { say } = visit;
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">
        {mine.length > 0 ? say("Needs you ({count})", { count: mine.length }) : say("Needs you")}
      </h2>
      {mine.length === 0 ? <p>{say("Nothing waits for you at the moment.")}</p> : null}
      {mine.map((one) => (
        <div key={one.id} className="panel ask">
          <h3>{one.title}</h3>
          <p className="dim">
            {effectOf(visit, one, plan)}
            <small className="dim">{sinceWhen(visit, one, calendar)}</small>
          </p>
          <a className="button" href={placeOf(visit, one)}>
            {one.kind === "approval" ? say("Review and decide") : say("Answer")}
          </a>
        </div>
      ))}
      {others.length > 0 ? (
        <details>
          <summary>
            {say("{count, plural, one {# thing waits for somebody else} other {# things wait for others}}", {
              count: others.length,
            })}
          </summary>
          <ul className="rows">
            {others.map((one) => (
              <li key={one.id}>
                <a className="row-link" href={placeOf(visit, one)}>
                  {one.title}
                </a>
                <small className="dim">{waitsFor(visit, one, names)}</small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function placeOf(visit: Visit, { kind, number }: Waiting): string {
  return portalHref(visit, kind === "approval" ? `/decisions/${number}` : `/requests/${number}`);
}

function effectOf(visit: Visit, { effect, dueOn, milestoneId }: Waiting, plan: ClientPlan | null): string {
  const { say } = visit;
  const holds = plan?.milestones.find(({ id }) => id === milestoneId);
  const hangs = holds
    ? say("{milestone} hangs on it.", { milestone: `M${holds.number} ${holds.title}` })
    : "";
  const due = dueOn ? say("By {day}.", { day: say.day(dueOn, visit.today) }) : "";
  return [due, effect || hangs].filter((part) => part !== "").join(" ");
}

function sinceWhen({ say, project, today }: Visit, { since }: Waiting, calendar: Calendar): string {
  if (since === null) return "";
  const on = civilDate(since, project.zone);
  const day = say.day(on, today);
  const n = workingDaysBetween(calendar, on, today);
  return n <= 0
    ? say("Waiting for you since {day}.", { day })
    : say("Waiting for you since {day} ({n, plural, one {# working day} other {# working days}}).", {
        day,
        n,
      });
}

function waitsFor(
  { say, today }: Visit,
  { personId, dueOn }: Waiting,
  names: ReadonlyMap<string, string>,
): string {
  const name = names.get(personId ?? "");
  const due = dueOn ? say("By {day}.", { day: say.day(dueOn, today) }) : "";
  return [name ? say("Waiting for {name}.", { name }) : "", due].filter((part) => part !== "").join(" ");
}
