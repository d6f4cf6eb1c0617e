import type { Calendar } from "../calendar/calendar.ts";
import { toEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate } from "../plan.ts";
import { type CostIndices, costIndices, type ValueSums } from "./cost-indices.ts";
import { type EarnedSchedule, earnedSchedule } from "./earned-schedule.ts";
import { type EarnedTask, earnedPart, type Spending } from "./earned-task.ts";
import { type PlannedValue, plannedPart, plannedValue, type TaskSpan } from "./planned-value.ts";

export interface EarnedValueInput {
  /** The tasks of the baseline. */
  readonly tasks: readonly EarnedTask[];
  /** In any order. */
  readonly spending: readonly Spending[];
  /** Status dates, oldest first; each stands for the end of its day. */
  readonly dates: readonly CivilDate[];
  /** Ids of the tasks of the longest path: what a plan with parallel work is late by. */
  readonly longestPath?: readonly string[];
}

export interface EarnedValue extends ValueSums, CostIndices {
  readonly on: CivilDate;
  /** In working days of the calendar. */
  readonly schedule: EarnedSchedule;
  /** The same for the tasks of the longest path alone; `null` where none was named. */
  readonly longestPath: EarnedSchedule | null;
  /** p-factor: the share of what is earned that was to be earned first, 0 to 1; less means work out of order. `null` at the start. */
  readonly adherence: number | null;
}

/**
 * What was planned, earned and spent at each status date, and what that says about cost and time? All amounts are sums of whole
 * units, so nothing drifts; the order of the tasks makes no difference.
 * @param calendar whose working days are the periods of the plan
 * @example earnedValue({ tasks, spending, dates: ["2026-05-22"] }, calendar)[0]
 * // { on: "2026-05-22", budget: 4800, planned: 2400, earned: 1920, spent: 2100, scheduleIndex: 0.8, schedule: { earned: 4, ... }, ... }
 */
export function earnedValue(input: EarnedValueInput, calendar: Calendar): EarnedValue[] {
  const whole = tracked(input.tasks, calendar);
  const longest = new Set(input.longestPath ?? []);
  const path = tracked(
    input.tasks.filter(({ id }) => longest.has(id)),
    calendar,
  );
  const spending = input.spending.map(({ on, amount }) => ({ day: toEpochDay(on), amount }));
  return input.dates.map((on) => {
    const day = toEpochDay(on);
    const earned = whole.earnedBy(day);
    const at = whole.plan.after(day);
    const sums: ValueSums = {
      budget: whole.plan.curve.at(-1) ?? 0,
      planned: whole.plan.curve[Math.min(at, whole.plan.curve.length - 1)] ?? 0,
      earned: earned.reduce((sum, each) => sum + each, 0),
      spent: spending.reduce((sum, each) => (each.day <= day ? sum + each.amount : sum), 0),
    };
    const schedule = scheduleOf(whole, sums.earned, day);
    const ofPath = longest.size === 0 ? null : path.earnedBy(day).reduce((sum, each) => sum + each, 0);
    return {
      on,
      ...sums,
      ...costIndices(sums),
      schedule,
      longestPath: ofPath === null ? null : scheduleOf(path, ofPath, day),
      adherence: adherence(whole.plan.spans, earned, schedule.earned),
    };
  });
}

interface Tracked {
  readonly plan: PlannedValue;
  /** The day on which the last task was done; infinite while one is not. */
  readonly completedOn: number;
  /** Value earned by the end of a day, task by task. */
  earnedBy(day: number): Float64Array;
}

function tracked(tasks: readonly EarnedTask[], calendar: Calendar): Tracked {
  const events = tasks.map(({ progress }) =>
    progress.map(({ on, done, of }) => ({ day: toEpochDay(on), done, of })),
  );
  return {
    plan: plannedValue(tasks, calendar),
    completedOn: events.reduce((last, each) => {
      const whole = each.find(({ done, of }) => done >= of);
      return Math.max(last, whole?.day ?? Number.POSITIVE_INFINITY);
    }, Number.NEGATIVE_INFINITY),
    earnedBy: (day) => {
      const earned = new Float64Array(tasks.length);
      for (let i = 0; i < tasks.length; i++) {
        const task = tasks[i];
        const last = events[i]?.findLast((event) => event.day <= day);
        if (task && last) earned[i] = earnedPart(task.budget, task.rule, last.done, last.of);
      }
      return earned;
    },
  };
}

/** Once all is done, time stands still: a late end stays late by as much, whenever it is looked at. */
function scheduleOf({ plan, completedOn }: Tracked, earned: number, day: number): EarnedSchedule {
  const until = earned >= (plan.curve.at(-1) ?? 0) ? Math.min(day, completedOn) : day;
  return earnedSchedule(plan.curve, earned, plan.after(until));
}

/**
 * Source: W. Lipke, "Connecting Earned Value to the Schedule", The Measurable News, 2004: the sum of min(PV at ES, EV) over the sum of PV at
 * ES. Planned values between two days lie on the line between them.
 */
function adherence(spans: readonly TaskSpan[], earned: Float64Array, at: number): number | null {
  const whole = Math.floor(at);
  const part = at - whole;
  let [kept, planned] = [0, 0];
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i];
    if (span === undefined || span.begins > at) continue;
    const before = plannedPart(span, whole);
    const moving = part > 0 && span.ends > whole;
    const value = moving ? before + part * (plannedPart(span, whole + 1) - before) : before;
    kept += Math.min(value, earned[i] ?? 0);
    planned += value;
  }
  return planned > 0 ? Math.min(1, kept / planned) : null;
}
