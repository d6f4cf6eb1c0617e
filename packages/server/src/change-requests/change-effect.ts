import {
  effectOf,
  isOpenMilestone,
  LIVE_SAMPLES,
  type PlanCard,
  workingDaysBetween,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { notFound, refused } from "../kit/errors.ts";
import { forecastInput } from "../plan/forecast-input.ts";
import { readPlan } from "../plan/read-plan.ts";
import type { EffectPreviewView } from "./change-requests.view.ts";

export interface Estimate {
  low: number | null;
  likely: number;
  high: number | null;
  /** Where the work would be done. */
  milestoneId: string;
  /** Who would do it; whoever has time while nobody is named. */
  assigneeId: string | null;
}

/** Enough futures for whole days, few enough for an answer while somebody types. */
const SAMPLES = 4 * LIVE_SAMPLES;

/** What this work would do to the dates, by the same forecast that the plan is told with. */
export async function effectOfChange(
  scope: Scope,
  projectId: string,
  estimate: Estimate,
): Promise<EffectPreviewView> {
  const whole = await readPlan(scope, projectId);
  const { plan, work } = whole;
  const milestone = plan.milestones.find(({ id }) => id === estimate.milestoneId);
  if (!milestone) throw notFound("There is no such milestone in this project.");
  if (!isOpenMilestone(milestone)) throw refused("milestone-closed", "This milestone is closed.");
  const input = { ...(await forecastInput(scope, whole)), samples: SAMPLES };
  const effect = effectOf(input, [{ kind: "add", card: cardOf(estimate) }]);
  if (!effect.ok) throw refused("cycle", "Some parts of the plan wait for each other.", { ...effect.cycle });
  const titles = new Map(plan.milestones.map(({ id, title }) => [id, title]));
  const milestones = effect.milestones.map(({ id, p50On, p80On }) => ({
    milestoneId: id,
    title: titles.get(id) ?? "",
    likely: p50On,
    safe: p80On,
    days: workingDaysBetween(work.calendar, p80On.before, p80On.after),
  }));
  return { days: milestones.reduce((most, { days }) => Math.max(most, days), 0), milestones };
}

function cardOf({ low, likely, high, milestoneId, assigneeId }: Estimate): PlanCard {
  return {
    id: "change",
    title: "",
    milestoneId,
    place: "todo",
    startOn: null,
    dueOn: null,
    low,
    likely,
    high,
    assigneeIds: assigneeId === null ? [] : [assigneeId],
    priority: 0,
    position: "zzzz",
    startedOn: null,
    doneOn: null,
    doneMinutes: 0,
    blocked: false,
    touchedOn: null,
  };
}
