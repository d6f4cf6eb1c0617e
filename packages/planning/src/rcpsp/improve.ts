import { startsOf } from "./first-schedule.ts";
import { lowerBound } from "./lower-bound.ts";
import type { Rcpsp, RcpspSchedule } from "./rcpsp.ts";
import { searchPasses } from "./search.ts";

export interface RcpspProgress extends RcpspSchedule {
  /**
   * Schedules made so far: every forward and every backward pass is one; one that starts from a part of another schedule or is given
   * up on the way counts by the share of activities that it gave a start.
   */
  readonly schedules: number;
  /** No schedule is shorter than this. */
  readonly lowerBound: number;
  /** The makespan is the lower bound: nothing better exists and further steps do nothing. */
  readonly proved: boolean;
}

export interface RcpspSearch {
  /** Makes so many schedules more, but never a part of one, and answers the best so far: never worse than before, feasible and left-justified. */
  step(schedules: number): RcpspProgress;
}

export interface SearchOptions {
  readonly seed: number;
  /** For how many schedules in all the search should be laid out, 5,000 if not said: a longer one looks around more before it settles. */
  readonly schedules?: number;
}

const SCHEDULES = 5000;

/**
 * An anytime search for shorter schedules, driven in steps by whoever has time: a worker between two messages, a command with a
 * budget. It starts with {@link firstSchedule}; same project, options and sum of steps, same answer. A step of a thousand schedules of
 * 120 activities takes about ten milliseconds.
 *
 * @example
 * const search = improve(rcpsp, { seed: 1 });
 * search.step(5000).makespan;
 */
export function improve(rcpsp: Rcpsp, { seed, schedules = SCHEDULES }: SearchOptions): RcpspSearch {
  const { count } = rcpsp;
  const bound = lowerBound(rcpsp);
  const passes = searchPasses(rcpsp, seed, schedules);
  const best = new Int32Array(count);
  let makespan = Number.POSITIVE_INFINITY;
  let placed = 0;
  let allowed = 0;
  const makeOne = () => {
    const pass = passes.next().value;
    placed += pass.placed;
    if (pass.direction === "backward" || pass.makespan === 0 || pass.makespan >= makespan) return;
    makespan = pass.makespan;
    best.set(pass.finishes);
  };
  return {
    step(more) {
      allowed += more * count;
      if (placed === 0) makeOne();
      while (makespan > bound && placed + count <= allowed) makeOne();
      return {
        makespan,
        starts: startsOf(rcpsp, best),
        schedules: placed / count,
        lowerBound: bound,
        proved: makespan === bound,
      };
    },
  };
}
