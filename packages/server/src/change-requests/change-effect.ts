import {
  addWorkingDays,
  effectOf,
  isOpenMilestone,
  LIVE_SAMPLES,
  type PlanCard,
  workingDaysBetween,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import type { ChangeEffectView } from "../approvals/frozen-change.store.ts";
import { refuseOddEstimate } from "../board/card-fields.ts";
import { notFound, refused } from "../kit/errors.ts";
import { cascadeOf } from "../plan/date-preview.ts";
import { forecastInput } from "../plan/forecast-input.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
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
  refuseOddEstimate(estimate);
  const whole = await readPlan(scope, projectId);
  const { plan, work } = whole;
  refuseClosed(plan.milestones.find(({ id }) => id === estimate.milestoneId));
  const input = { ...(await forecastInput(scope, whole)), samples: SAMPLES };
  const effect = effectOf(input, [{ kind: "add", card: cardOf(estimate) }]);
  if (!effect.ok) throw refused("cycle", "Some parts of the plan wait for each other.", { ...effect.cycle });
  const titles = new Map(plan.milestones.map(({ id, title }) => [id, title]));
  const moved = effect.milestones.map(({ id, p50On, p80On }) => ({
    milestoneId: id,
    title: titles.get(id) ?? "",
    likely: p50On,
    safe: p80On,
    days: workingDaysBetween(work.calendar, p80On.before, p80On.after),
  }));
  return {
    days: moved.reduce((most, { days }) => Math.max(most, days), 0),
    milestones: moved,
    targets: targetsAfter(whole, moved).map((one) => ({
      ...one,
      title: titles.get(one.milestoneId) ?? "",
    })),
  };
}

/** Each promised date moves as far as its safe one, so that it is as safe as before; what follows by a link goes along. */
function targetsAfter(
  { plan, work }: WholePlan,
  moved: readonly { milestoneId: string; days: number }[],
): ChangeEffectView {
  const before = new Map(plan.milestones.filter(isOpenMilestone).map(({ id, targetOn }) => [id, targetOn]));
  const after = new Map<string, string>();
  const put = (id: string, on: string | null) => {
    const old = before.get(id);
    if (on !== null && old && on > (after.get(id) ?? old)) after.set(id, on);
  };
  for (const { milestoneId, days } of moved) {
    const old = before.get(milestoneId);
    if (old && days > 0) put(milestoneId, addWorkingDays(work.calendar, old, days));
  }
  for (const [milestoneId, targetOn] of [...after])
    for (const move of cascadeOf(plan, { milestoneId, targetOn }).moves)
      put(move.milestoneId, move.to.targetOn);
  return effectsOf(plan, work, after);
}

/** Old beside new of the dates that are other ones, in the plan's order. */
export function effectsOf(
  plan: WholePlan["plan"],
  { calendar }: WholePlan["work"],
  targets: ReadonlyMap<string, string>,
): ChangeEffectView {
  return plan.milestones.flatMap(({ id, targetOn: before }) => {
    const after = targets.get(id);
    if (!before || after === undefined || after === before) return [];
    return [{ milestoneId: id, before, after, days: workingDaysBetween(calendar, before, after) }];
  });
}

export function refuseClosed(milestone: WholePlan["plan"]["milestones"][number] | undefined): void {
  if (!milestone) throw notFound("There is no such milestone in this project.");
  if (!isOpenMilestone(milestone)) throw refused("milestone-closed", "This milestone is closed.");
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
