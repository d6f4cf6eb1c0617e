import type { Calendar } from "../calendar/calendar.ts";
import { addDays, daysBetween } from "../calendar/civil-date.ts";
import { addWorkingDays, nextWorkingDay } from "../calendar/working-days.ts";
import { medianEstimate } from "../estimate.ts";
import { groupBy } from "../grouping.ts";
import type { CivilDate, PlanCard, PlanMilestone } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import type { BaselineMilestone } from "./baseline.ts";
import type { EarnedTask, ProgressEvent, Spending } from "./earned-task.ts";
import { type EarnedValue, earnedValue } from "./earned-value.ts";

type Card = Pick<PlanCard, "milestoneId" | "place" | "likely" | "doneOn">;
type Milestone = Pick<PlanMilestone, "id" | "state" | "reachedOn">;
type Promised = Pick<BaselineMilestone, "id" | "startOn" | "targetOn" | "price">;

export interface PlanEarnedValueInput {
  readonly milestones: readonly Milestone[];
  readonly cards: readonly Card[];
  readonly baseline: { readonly takenOn: CivilDate; readonly milestones: readonly Promised[] };
  readonly today: CivilDate;
  /** What a milestone is worth: the minutes of its cards, or its price. */
  readonly by: "effort" | "price";
  /** In minutes, of any milestone; by price nobody knows what was spent. */
  readonly spending: readonly (Spending & { readonly milestoneId: string })[];
  /** Ids of the milestones that decide the end. */
  readonly longestPath: readonly string[];
}

/** Sums at the end of a day; what is still to come is planned alone. */
export interface EarnedValuePoint {
  readonly on: CivilDate;
  readonly planned: number;
  readonly earned: number | null;
  readonly spent: number | null;
}

export interface PlanEarnedValue {
  /** At the end of today. */
  readonly now: EarnedValue;
  /**
   * From the first day of the baseline to its last, or to today where that is later: of effort one a week or less, of prices the days on
   * which one is due or reached.
   */
  readonly points: readonly EarnedValuePoint[];
  readonly startOn: CivilDate;
  readonly plannedEndOn: CivilDate;
  /** The day by whose end as much was planned as is earned now: the earned schedule as a date; `null` before anything is earned. */
  readonly earnedAsOfOn: CivilDate | null;
  /** The planned duration at the pace so far; `null` in the first five working days, before anything is earned, and once all is. */
  readonly expectedEndOn: CivilDate | null;
  /** Milestones that the baseline holds and that are worth something. */
  readonly counted: number;
  /** Milestones that came after the baseline, or had no date in it, or are worth nothing. */
  readonly leftOut: number;
}

const MOST_POINTS = 60;
/** Working days before a pace says anything. */
const EARLY = 5;

interface Worth {
  readonly doneOn: CivilDate | null;
  readonly weight: number;
}

/**
 * How much of what was planned is done, and where on the plan's own time axis does the work stand? Each milestone of the baseline is a
 * task over its window, worth the likely minutes of its cards as they are estimated now (a card without an estimate the median) and
 * earned card by card, or worth its price and earned when it is reached (0/100). One that had no start begins on the day on which the
 * baseline was taken. `null` where nothing is worth anything: without a baseline there is no plan to measure against.
 * @param calendar whose working days are the periods of the plan
 * @example planEarnedValue({ by: "effort", ... }, calendar)?.now.schedule.variance // -4: four working days behind
 */
export function planEarnedValue(input: PlanEarnedValueInput, calendar: Calendar): PlanEarnedValue | null {
  const open = input.milestones.filter(({ state }) => state !== "dropped");
  const tasks = earnedTasks(open, input);
  const [first] = tasks;
  if (first === undefined) return null;
  const startOn = tasks.reduce((day, task) => (task.startOn < day ? task.startOn : day), first.startOn);
  const plannedEndOn = tasks.reduce(
    (day, task) => (task.finishOn > day ? task.finishOn : day),
    first.finishOn,
  );
  const { today } = input;
  const end = plannedEndOn > today ? plannedEndOn : today;
  const between = input.by === "price" ? turningDays(tasks) : weekly(startOn, end);
  const dates = [...new Set([startOn, ...between.filter((on) => on < end), today, end])].sort(compareText);
  const counted = new Set(tasks.map(({ id }) => id));
  const longestPath = input.longestPath.filter((id) => counted.has(id));
  const spending = input.spending.filter(({ milestoneId }) => counted.has(milestoneId));
  const values = earnedValue({ tasks, spending, dates, longestPath }, calendar);
  const now = values.find(({ on }) => on === today);
  if (now === undefined) return null;
  const firstDay = nextWorkingDay(calendar, startOn);
  const dayAfter = (days: number) =>
    days > 0 ? addWorkingDays(calendar, firstDay, Math.ceil(days) - 1) : null;
  return {
    now,
    points: values.map(({ on, planned, earned, spent }) => ({
      on,
      planned,
      earned: on <= today ? earned : null,
      spent: on <= today && input.by === "effort" ? spent : null,
    })),
    startOn,
    plannedEndOn,
    earnedAsOfOn: dayAfter(now.schedule.earned),
    expectedEndOn: saysPace(now) ? dayAfter(now.schedule.duration ?? 0) : null,
    counted: tasks.length,
    leftOut: open.length - tasks.length,
  };
}

function earnedTasks(
  open: readonly Milestone[],
  { cards, baseline, today, by }: PlanEarnedValueInput,
): EarnedTask[] {
  const promised = new Map(baseline.milestones.map((each) => [each.id, each]));
  const scope = cards.filter(({ place }) => place !== "later");
  const unestimated = medianEstimate(scope) ?? 1;
  const cardsOf = groupBy(scope, ({ milestoneId }) => milestoneId);
  return open.flatMap((milestone): EarnedTask[] => {
    const then = promised.get(milestone.id);
    if (!then?.targetOn) return [];
    const worth = (cardsOf.get(milestone.id) ?? []).map(
      (card): Worth => ({
        doneOn: card.place === "done" ? (card.doneOn ?? today) : null,
        weight: card.likely ?? unestimated,
      }),
    );
    const budget = by === "price" ? (then.price ?? 0) : worth.reduce((sum, { weight }) => sum + weight, 0);
    if (budget === 0) return [];
    return [
      {
        id: milestone.id,
        startOn: earlier(then.startOn ?? baseline.takenOn, then.targetOn),
        finishOn: then.targetOn,
        budget,
        rule: by === "price" ? "zero_hundred" : "percent",
        progress: progressOf(milestone, by === "effort" ? worth : [], budget),
      },
    ];
  });
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** Whatever is left in it, a reached milestone is done; what is finished after it makes it no less so. */
function progressOf({ state, reachedOn }: Milestone, cards: readonly Worth[], of: number): ProgressEvent[] {
  const byDay = groupBy(cards, ({ doneOn }) => doneOn);
  const days = [...byDay].sort(([a], [b]) => compareText(a, b));
  let done = 0;
  const events = days.map(([on, finished]) => {
    done += finished.reduce((sum, { weight }) => sum + weight, 0);
    return { on, done, of };
  });
  if (state !== "accepted" || reachedOn === null) return events;
  return [...events.filter(({ on }) => on < reachedOn), { on: reachedOn, done: of, of }];
}

/** Every week, or every few so that a long plan stays readable. */
function weekly(from: CivilDate, to: CivilDate): CivilDate[] {
  const weeks = Math.ceil(daysBetween(from, to) / 7);
  const step = Math.max(1, Math.ceil(weeks / MOST_POINTS));
  return Array.from({ length: Math.ceil(weeks / step) }, (_, i) => addDays(from, i * step * 7));
}

function turningDays(tasks: readonly EarnedTask[]): CivilDate[] {
  return tasks.flatMap(({ finishOn, progress }) => [finishOn, ...progress.map(({ on }) => on)]);
}

function saysPace({ earned, budget, schedule }: EarnedValue): boolean {
  return earned > 0 && earned < budget && schedule.actualTime >= EARLY;
}
