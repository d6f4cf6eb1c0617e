import { tailsOf } from "./paths.ts";
import type { Rcpsp } from "./rcpsp.ts";

/**
 * The critical path, or what a resource needs: all activities that have at least `head` before them and at least `tail` behind them
 * share the time between. The largest over all heads and tails that occur.
 */
export function capacityBound(rcpsp: Rcpsp): number {
  const { durations, capacities, resources } = rcpsp;
  const tails = tailsOf(rcpsp, "forward").map((tail, activity) => tail - (durations[activity] ?? 0));
  const heads = tailsOf(rcpsp, "backward").map((head, activity) => head - (durations[activity] ?? 0));
  let bound = 0;
  durations.forEach((duration, activity) => {
    bound = Math.max(bound, (heads[activity] ?? 0) + duration + (tails[activity] ?? 0));
  });
  for (let resource = 0; resource < resources; resource++) {
    const work = Float64Array.from(
      durations,
      (duration, activity) => duration * demandOf(rcpsp, activity, resource),
    );
    bound = Math.max(bound, boundOf(work, capacities[resource] ?? 0, heads, tails));
  }
  return bound;
}

function boundOf(work: Float64Array, capacity: number, heads: Int32Array, tails: Int32Array): number {
  const byHead = Array.from(work.keys())
    .filter((activity) => (work[activity] ?? 0) > 0)
    .sort((a, b) => (heads[b] ?? 0) - (heads[a] ?? 0));
  let bound = 0;
  for (const tail of new Set(byHead.map((activity) => tails[activity] ?? 0))) {
    let total = 0;
    for (const activity of byHead) {
      if ((tails[activity] ?? 0) < tail) continue;
      total += work[activity] ?? 0;
      bound = Math.max(bound, (heads[activity] ?? 0) + Math.ceil(total / capacity) + tail);
    }
  }
  return bound;
}

function demandOf({ demands, resources }: Rcpsp, activity: number, resource: number): number {
  return demands[activity * resources + resource] ?? 0;
}
