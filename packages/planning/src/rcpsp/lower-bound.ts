import { criticalPathLength } from "./paths.ts";
import type { Rcpsp } from "./rcpsp.ts";

/**
 * "Not before": no schedule of this project is shorter. The largest of the critical path and, for each resource, its work divided by its
 * capacity. A schedule of this length is proved optimal.
 *
 * @example lowerBound(rcpsp) // 5
 */
export function lowerBound(rcpsp: Rcpsp): number {
  let bound = criticalPathLength(rcpsp);
  for (let resource = 0; resource < rcpsp.resources; resource++) {
    const capacity = rcpsp.capacities[resource] ?? 0;
    if (capacity > 0) bound = Math.max(bound, Math.ceil(workOn(rcpsp, resource) / capacity));
  }
  return bound;
}

function workOn({ durations, demands, resources }: Rcpsp, resource: number): number {
  return durations.reduce(
    (work, duration, activity) => work + duration * (demands[activity * resources + resource] ?? 0),
    0,
  );
}
