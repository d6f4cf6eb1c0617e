import { capacityBound } from "./capacity-bound.ts";
import type { Rcpsp } from "./rcpsp.ts";
import { createRefutation } from "./refutation.ts";

/** Projects above this size are not refuted: its work grows with the cube of the activities and with time. */
const MOST_ACTIVITIES = 200;
const LONGEST = 5000;

/**
 * "Not before": no schedule of this project is shorter, proved. At least the critical path, and of each resource the work of any
 * activities, divided by the capacity, between what must come before and after all of them; from there on one unit longer as long as
 * the length before it can be refuted (projects of up to 200 activities and 5,000 units). A schedule of this length is optimal.
 *
 * Source: R. Klein and A. Scholl, "Computing lower bounds by destructive improvement", 1999.
 * @example lowerBound(rcpsp) // 5
 */
export function lowerBound(rcpsp: Rcpsp): number {
  let bound = capacityBound(rcpsp);
  if (rcpsp.count > MOST_ACTIVITIES || rcpsp.horizon > LONGEST) return bound;
  const isRefuted = createRefutation(rcpsp);
  while (isRefuted(bound)) bound++;
  return bound;
}
