import type { Rcpsp } from "./rcpsp.ts";
import { lastOf } from "./serial-sgs.ts";
import type { Window } from "./window-crossover.ts";

/** Measures of the part of a schedule that stands at a window of its list, the list being in the order of the starts. */
export interface WindowLoad {
  /**
   * How full it is: the work between the start of the first activity of the window and that of the first one behind it, per unit of
   * time; infinite when there is no time between. Work is what is taken of all resources together, each as a share of its capacity.
   */
  load(list: Int32Array, finishes: Int32Array, window: Window): number;
  /** How much later the activities of the window are over than they were: the mean by their work; 0 without any. */
  delay(list: Int32Array, before: Int32Array, now: Int32Array, window: Window): number;
}

export function createWindowLoad(rcpsp: Rcpsp): WindowLoad {
  const { count, durations } = rcpsp;
  const shares = sharesOf(rcpsp);
  return {
    load(list, finishes, { from, to }) {
      const startAt = (position: number) => {
        const activity = list[position] ?? 0;
        return (finishes[activity] ?? 0) - (durations[activity] ?? 0);
      };
      const begin = startAt(from);
      const end = to < count ? startAt(to) : lastOf(finishes);
      if (end === begin) return Number.POSITIVE_INFINITY;
      let work = 0;
      for (let i = 0; i < to; i++) {
        const activity = list[i] ?? 0;
        const finish = finishes[activity] ?? 0;
        const inside = Math.min(finish, end) - Math.max(finish - (durations[activity] ?? 0), begin);
        if (inside > 0) work += inside * (shares[activity] ?? 0);
      }
      return work / (end - begin);
    },
    delay(list, before, now, { from, to }) {
      let delay = 0;
      let work = 0;
      for (let i = from; i < to; i++) {
        const activity = list[i] ?? 0;
        const own = (durations[activity] ?? 0) * (shares[activity] ?? 0);
        delay += own * ((now[activity] ?? 0) - (before[activity] ?? 0));
        work += own;
      }
      return work === 0 ? 0 : delay / work;
    },
  };
}

/** By activity, what it takes of each capacity, summed. */
function sharesOf({ count, resources, demands, capacities }: Rcpsp): Float64Array {
  const shares = new Float64Array(count);
  for (let activity = 0; activity < count; activity++) {
    for (let resource = 0; resource < resources; resource++) {
      const share = (demands[activity * resources + resource] ?? 0) / Math.max(1, capacities[resource] ?? 0);
      shares[activity] = (shares[activity] ?? 0) + share;
    }
  }
  return shares;
}
