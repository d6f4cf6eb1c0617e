import type { PlanForecast } from "../forecast/plan-forecast.ts";
import type { CivilDate, PlanMilestone } from "../plan.ts";
import { cascade } from "../schedule/cascade.ts";
import { ask, type CheckContext, dayInWords, found, isAhead } from "./check-context.ts";
import type { DateChange, Finding, Fix, Subject } from "./finding.ts";
import { moveTarget, setDates } from "./move-target.ts";

/** Below an even chance a promise is a hope. */
const EVEN = 0.5;
/** From here on a date is safe. */
const SAFE = 0.8;

/** L6: the target is reached in too few of the futures that were tried. What is not forecast is left alone. */
export function unlikelyTargets(context: CheckContext, forecast: PlanForecast): Finding[] {
  const forecasts = new Map(forecast.ok ? forecast.milestones.map((one) => [one.id, one]) : []);
  return context.open.flatMap((milestone) => {
    const own = forecasts.get(milestone.id);
    const { id, title, targetOn } = milestone;
    if (own?.state !== "forecast" || own.chance === null || targetOn === null || own.targetOn !== targetOn)
      return [];
    if (own.chance >= SAFE) return [];
    const subject: Subject = { kind: "milestone", id };
    const fix =
      moveTarget(context, milestone, own.p80On) ??
      moveWithFollowers(context, milestone, own.p80On) ??
      ask(subject, "targetOn", "Which day can be kept, or what can be left out?");
    const why = `“${title}” has a chance of ${percent(own.chance)} to be reached by ${dayInWords(targetOn)}; safe is ${dayInWords(own.p80On)}.`;
    return [found("L6", own.chance < EVEN ? "error" : "warn", subject, why, { fix })];
  });
}

/** The offer to move what follows along, where the date alone would break a link. */
function moveWithFollowers(
  context: CheckContext,
  { id, startOn }: PlanMilestone,
  targetOn: CivilDate,
): Fix | null {
  if (!isAhead(targetOn, context.today) || (startOn !== null && startOn > targetOn)) return null;
  const { moves, refusals } = cascade(context.plan, { milestoneId: id, targetOn });
  if (refusals.length > 0) return null;
  const changes = moves.map(({ milestoneId, to }): DateChange => {
    return {
      milestoneId,
      ...(to.startOn === null ? {} : { startOn: to.startOn }),
      ...(to.targetOn === null ? {} : { targetOn: to.targetOn }),
    };
  });
  return changes.length === 0 ? null : setDates(context, changes);
}

function percent(chance: number): string {
  return chance < 0.01 ? "under 1 %" : `${Math.round(chance * 100)} %`;
}
