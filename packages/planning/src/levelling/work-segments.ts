import { firstMinuteOf } from "../calendar/civil-date.ts";
import { dayPattern, edgesOn } from "../calendar/day-pattern.ts";
import type { CalendarSpec } from "../plan.ts";

/** The worked stretches of some days in a row, laid out for look-ups. */
export interface WorkSegments {
  /** First minute of each stretch, ascending; one more entry marks the end of the last day. */
  readonly starts: Float64Array;
  /** Working minutes before each stretch; the last entry is the total. */
  readonly sums: Float64Array;
  /** By day, the number of the first stretch that begins on it or later. */
  readonly firstOfDay: Int32Array;
}

/** The stretches of the `days` days from day number `first` on. */
export function workSegments(spec: CalendarSpec, first: number, days: number): WorkSegments {
  const pattern = dayPattern(spec);
  const starts: number[] = [];
  const sums: number[] = [];
  const firstOfDay = new Int32Array(days + 1);
  let sum = 0;
  for (let i = 0; i < days; i++) {
    firstOfDay[i] = starts.length;
    const day = first + i;
    const edges = edgesOn(pattern, day);
    for (let edge = 0; edge + 1 < edges.length; edge += 2) {
      const from = edges[edge] ?? 0;
      starts.push(firstMinuteOf(day) + from);
      sums.push(sum);
      sum += (edges[edge + 1] ?? 0) - from;
    }
  }
  firstOfDay[days] = starts.length;
  starts.push(firstMinuteOf(first + days));
  sums.push(sum);
  return { starts: Float64Array.from(starts), sums: Float64Array.from(sums), firstOfDay };
}
