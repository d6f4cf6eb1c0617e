import type { PlanForecast } from "../forecast/plan-forecast.ts";
import { isOpenMilestone, type Plan, type PlanMilestone } from "../plan.ts";
import type { Finding } from "./finding.ts";

/**
 * Can this objective be reached in time? True when every milestone that serves it is safe by its target and nobody is overbooked for
 * it; false when one is not; `null` while that cannot be said, because a milestone is not forecast, has no target, or none serves it.
 * @param findings what the plan check found, of which L7 counts
 * @example isAchievable("o1", plan, forecast, checkPlan(plan, today).findings) // false
 */
export function isAchievable(
  objectiveId: string,
  plan: Plan,
  forecast: PlanForecast | null,
  findings: readonly Finding[],
): boolean | null {
  const serving = servingMilestones(objectiveId, plan);
  if (serving.length === 0) return null;
  const overbooked = new Set(
    findings.filter(({ id }) => id === "L7").flatMap(({ items }) => items.map((item) => item.id)),
  );
  const answers = serving
    .filter(isOpenMilestone)
    .map((milestone) => !overbooked.has(milestone.id) && isSafe(milestone, forecast));
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function servingMilestones(objectiveId: string, { milestones }: Plan): PlanMilestone[] {
  const own = new Set(
    milestones.filter(({ objectiveIds }) => objectiveIds.includes(objectiveId)).map(({ id }) => id),
  );
  return milestones.filter(
    ({ id, parentId, state }) => state !== "dropped" && (own.has(id) || own.has(parentId ?? "")),
  );
}

function isSafe({ id, targetOn }: PlanMilestone, forecast: PlanForecast | null): boolean | null {
  const own = forecast?.ok ? forecast.milestones.find((one) => one.id === id) : undefined;
  if (own?.state !== "forecast" || targetOn === null) return null;
  return own.p80On <= targetOn;
}
