import { portalHref, type Visit } from "../portal/visit.ts";
import { type ClientPlan, nextOf, type ShownMilestone } from "./client-plan.ts";

interface MomentProps {
  visit: Visit;
  plan: ClientPlan;
  /** Reached, and not shown to this person yet. */
  milestones: readonly ShownMilestone[];
  approvers: ReadonlyMap<string, string[]>;
}

/** Once, quietly, when it has happened: on the road below the stone fills at the same time. */
export function Moment({ visit, plan, milestones, approvers }: MomentProps) {
  const { say, today, formToken } = visit;
  if (milestones.length === 0) return null;
  const next = nextOf(plan);
  return (
    <div className="notice moment" role="status">
      {milestones.map((milestone) => (
        <p key={milestone.id}>{sentenceOf(visit, milestone, approvers.get(milestone.id) ?? [])}</p>
      ))}
      {next?.targetOn ? (
        <p>
          {say("Next on the road: {milestone}, {day}.", {
            milestone: next.title,
            day: say.day(next.targetOn, today),
          })}
        </p>
      ) : null}
      <form method="post" action={portalHref(visit)} data-seen="">
        <input type="hidden" name="form" value={formToken} />
        <input type="hidden" name="do" value="seen" />
        {milestones.map(({ id }) => (
          <input key={id} type="hidden" name="milestone" value={id} />
        ))}
        <button type="submit" className="text-button">
          {say("Seen")}
        </button>
      </form>
    </div>
  );
}

function sentenceOf(
  { say, today }: Visit,
  { title, reachedOn, targetOn }: ShownMilestone,
  approvers: readonly string[],
): string {
  const milestone = title;
  const day = reachedOn === null ? "" : say.day(reachedOn, today);
  const names = approvers.join(", ");
  const first =
    day === ""
      ? say("{milestone} is reached.", { milestone })
      : names === ""
        ? say("{milestone} is reached, {day}.", { milestone, day })
        : say("{milestone} is reached: approved by {names}, {day}.", { milestone, names, day });
  const days = reachedOn !== null && targetOn !== null ? daysBetween(reachedOn, targetOn) : null;
  if (days === 0) return `${first} ${say("On the agreed day.")}`;
  if (days === null || days < 0) return first;
  return `${first} ${say("{days, plural, one {# day early.} other {# days early.}}", { days })}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
