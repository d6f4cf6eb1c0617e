import { createActivityLists } from "./activity-lists.ts";
import type { Rcpsp, RcpspSchedule } from "./rcpsp.ts";
import { createSerialSgs } from "./serial-sgs.ts";

/**
 * A good schedule at once: one serial pass over the activities by latest finish time. Feasible, left-justified, and where the search of
 * {@link improve} starts.
 *
 * @example firstSchedule(rcpsp) // { makespan: 5, starts: [0, 3] }
 */
export function firstSchedule(rcpsp: Rcpsp): RcpspSchedule {
  const list = new Int32Array(rcpsp.count);
  createActivityLists(rcpsp, "forward").byLatestFinish(list);
  const finishes = new Int32Array(rcpsp.count);
  const makespan = createSerialSgs(rcpsp).pass("forward", list, finishes);
  return { makespan, starts: startsOf(rcpsp, finishes) };
}

/**
 * Moves every activity of a feasible schedule, in the order of their starts, as far to the left as the others allow. Nothing starts
 * later than before, and a second shift changes nothing.
 */
export function leftShift(rcpsp: Rcpsp, starts: readonly number[]): RcpspSchedule {
  const list = Int32Array.from(rcpsp.order).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const finishes = new Int32Array(rcpsp.count);
  const makespan = createSerialSgs(rcpsp).pass("forward", list, finishes);
  return { makespan, starts: startsOf(rcpsp, finishes) };
}

export function startsOf({ durations }: Rcpsp, finishes: Int32Array): number[] {
  return Array.from(finishes, (finish, activity) => finish - (durations[activity] ?? 0));
}
