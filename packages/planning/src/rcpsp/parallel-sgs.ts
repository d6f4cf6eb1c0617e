import type { Rcpsp } from "./rcpsp.ts";
import type { Direction } from "./serial-sgs.ts";

export interface ParallelSgs {
  /**
   * Goes from moment to moment and starts, in the order of the list, whatever may start now. Writes the finishes by activity and, over the
   * list, the order of the starts; answers the makespan.
   */
  pass(direction: Direction, list: Int32Array, finishes: Int32Array): number;
}

const NEVER = 0x7fffffff;

/**
 * The parallel schedule generation scheme: no activity waits while it could run. Its schedules are good on average and may exclude every
 * optimal one, so that it serves as a beginning.
 *
 * Source: R. Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", 1996.
 */
export function createParallelSgs(rcpsp: Rcpsp): ParallelSgs {
  const { count, durations } = rcpsp;
  const waitsFor = { forward: rcpsp.predecessors, backward: rcpsp.successors };
  const resources = createResources(rcpsp);
  const waiting = new Int32Array(count);
  return {
    pass(direction, list, finishes) {
      const { first, to } = waitsFor[direction];
      const isFree = (activity: number, now: number) => {
        for (let k = first[activity] ?? 0; k < (first[activity + 1] ?? 0); k++)
          if ((finishes[to[k] ?? 0] ?? 0) > now) return false;
        return durations[activity] === 0 || resources.fit(activity);
      };
      resources.clear();
      waiting.set(list);
      finishes.fill(NEVER);
      let left = count;
      for (let now = 0; left > 0; now = resources.advance(finishes)) {
        let kept = 0;
        for (let i = 0; i < left; i++) {
          const activity = waiting[i] ?? 0;
          if (isFree(activity, now)) {
            finishes[activity] = now + (durations[activity] ?? 0);
            list[count - left + i - kept] = activity;
            if (durations[activity] !== 0) resources.take(activity);
          } else waiting[kept++] = activity;
        }
        left = kept;
      }
      return finishes.reduce((last, finish) => Math.max(last, finish), 0);
    },
  };
}

/** What is free now, and who is running. */
function createResources({ count, resources, demands, capacities }: Rcpsp) {
  const free = new Int32Array(resources);
  const running = new Int32Array(count);
  let active = 0;
  const demandOf = (activity: number, resource: number) => demands[activity * resources + resource] ?? 0;
  const change = (activity: number, sign: number) => {
    for (let resource = 0; resource < resources; resource++)
      free[resource] = (free[resource] ?? 0) + sign * demandOf(activity, resource);
  };
  return {
    clear() {
      free.set(capacities);
      active = 0;
    },
    fit(activity: number) {
      for (let resource = 0; resource < resources; resource++)
        if (demandOf(activity, resource) > (free[resource] ?? 0)) return false;
      return true;
    },
    take(activity: number) {
      change(activity, -1);
      running[active++] = activity;
    },
    /** To the moment at which the next of the running activities is over. */
    advance(finishes: Int32Array) {
      let now = NEVER;
      for (let i = 0; i < active; i++) now = Math.min(now, finishes[running[i] ?? 0] ?? NEVER);
      let still = 0;
      for (let i = 0; i < active; i++) {
        const activity = running[i] ?? 0;
        if ((finishes[activity] ?? 0) > now) running[still++] = activity;
        else change(activity, 1);
      }
      active = still;
      return now;
    },
  };
}
