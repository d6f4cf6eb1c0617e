import type { Calendar } from "../calendar/calendar.ts";
import { toEpochDay } from "../calendar/civil-date.ts";
import { type EarnedTask, earnedPart } from "./earned-task.ts";

/** A task's window on the axis of working days: `begins` of them are over before it, `ends` once it is done. */
export interface TaskSpan {
  readonly task: EarnedTask;
  readonly begins: number;
  readonly ends: number;
}

/** The baseline over time, in working days since its first task began. */
export interface PlannedValue {
  readonly spans: readonly TaskSpan[];
  /** Value that is planned to be earned after 0, 1, 2 ... working days; the last entry is the whole budget. */
  readonly curve: Float64Array;
  /** Working days that are over at the end of a day. */
  after(day: number): number;
}

/** A window without any working day earns on its last one before. */
export function plannedValue(tasks: readonly EarnedTask[], calendar: Calendar): PlannedValue {
  const { days } = calendar;
  const first = tasks.reduce(
    (day, { startOn }) => Math.min(day, toEpochDay(startOn)),
    Number.POSITIVE_INFINITY,
  );
  const base = tasks.length === 0 ? 0 : days.worked(first);
  const spans = tasks.map((task): TaskSpan => {
    const begins = days.worked(toEpochDay(task.startOn)) - base;
    return { task, begins, ends: Math.max(begins, days.worked(toEpochDay(task.finishOn) + 1) - base) };
  });
  return { spans, curve: curveOf(spans), after: (day) => Math.max(0, days.worked(day + 1) - base) };
}

/** Planned value of one task after so many working days. */
export function plannedPart({ task, begins, ends }: TaskSpan, after: number): number {
  if (task.rule === "percent") return earnedPart(task.budget, task.rule, after - begins, ends - begins);
  return after >= ends ? task.budget : after > begins ? earnedPart(task.budget, task.rule, 1, 2) : 0;
}

/** Each task adds what it gains on each of its days; the running sum is the curve. */
function curveOf(spans: readonly TaskSpan[]): Float64Array {
  const duration = spans.reduce((longest, { ends }) => Math.max(longest, ends), 0);
  const curve = new Float64Array(duration + 1);
  for (const span of spans) {
    let before = 0;
    for (let day = span.begins; day <= span.ends; day++) {
      const now = plannedPart(span, day);
      curve[day] = (curve[day] ?? 0) + now - before;
      before = now;
    }
  }
  for (let day = 1; day <= duration; day++) curve[day] = (curve[day] ?? 0) + (curve[day - 1] ?? 0);
  return curve;
}
