import { packLanes } from "./lanes.ts";
import type { Precedence } from "./precedence.ts";
import type { Rcpsp } from "./rcpsp.ts";

/** Forward passes push to the left; backward passes push to the right, on a clock that counts back from the end. */
export type Direction = "forward" | "backward";

export interface SerialSgs {
  /**
   * Starts every activity of `list` at its first moment that neither precedence nor a resource forbids, and writes when it finishes, by
   * activity, on the clock of the direction. Answers the makespan. `list` holds all activities, those that must be over first before
   * those that wait for them: predecessors forward, successors backward.
   */
  pass(direction: Direction, list: Int32Array, finishes: Int32Array): number;
}

/**
 * The serial schedule generation scheme. Holds the memory of its resource profile, so that a pass allocates nothing.
 *
 * Source: J. E. Kelley, "The critical-path method: resources planning and scheduling", 1963; R. Kolisch and S. Hartmann, "Heuristic
 * algorithms for the resource-constrained project scheduling problem", 1999.
 */
export function createSerialSgs(rcpsp: Rcpsp): SerialSgs {
  const lanes = packLanes(rcpsp);
  const place = lanes.words === 1 ? placeInOneWord(rcpsp, lanes) : placeInWords(rcpsp, lanes);
  return {
    pass: (direction, list, finishes) =>
      place(direction === "forward" ? rcpsp.predecessors : rcpsp.successors, list, finishes),
  };
}

type Place = (waitsFor: Precedence, list: Int32Array, finishes: Int32Array) => number;
type Lanes = ReturnType<typeof packLanes>;

function placeInOneWord({ horizon, durations }: Rcpsp, lanes: Lanes): Place {
  const { demands } = lanes;
  const free = lanes.free[0] ?? 0;
  const guards = lanes.guards[0] ?? 0;
  const profile = new Int32Array(horizon + 1).fill(free);
  let used = 0;
  return ({ first, to }, list, finishes) => {
    profile.fill(free, 0, used);
    let makespan = 0;
    for (let i = 0; i < list.length; i++) {
      const activity = list[i] ?? 0;
      let start = 0;
      for (let k = first[activity] ?? 0, end = first[activity + 1] ?? 0; k < end; k++) {
        const over = finishes[to[k] ?? 0] ?? 0;
        if (over > start) start = over;
      }
      const duration = durations[activity] ?? 0;
      const demand = demands[activity] ?? 0;
      let finish = start + duration;
      if (demand !== 0) {
        for (let t = start; t < finish; t++) {
          if ((((profile[t] ?? 0) - demand) & guards) !== guards) finish = t + 1 + duration;
        }
        for (let t = finish - duration; t < finish; t++) profile[t] = (profile[t] ?? 0) - demand;
      }
      finishes[activity] = finish;
      if (finish > makespan) makespan = finish;
    }
    used = makespan;
    return makespan;
  };
}

function placeInWords({ horizon, durations }: Rcpsp, { words, free, guards, demands }: Lanes): Place {
  const profile = new Int32Array((horizon + 1) * words);
  let used = horizon + 1;
  const clear = () => {
    for (let t = 0; t < used; t++) profile.set(free, t * words);
  };
  const fits = (t: number, activity: number) => {
    for (let word = 0; word < words; word++) {
      const guard = guards[word] ?? 0;
      const left = (profile[t * words + word] ?? 0) - (demands[activity * words + word] ?? 0);
      if ((left & guard) !== guard) return false;
    }
    return true;
  };
  const take = (t: number, activity: number) => {
    for (let word = 0; word < words; word++) {
      const at = t * words + word;
      profile[at] = (profile[at] ?? 0) - (demands[activity * words + word] ?? 0);
    }
  };
  return ({ first, to }, list, finishes) => {
    clear();
    let makespan = 0;
    for (let i = 0; i < list.length; i++) {
      const activity = list[i] ?? 0;
      let start = 0;
      for (let k = first[activity] ?? 0, end = first[activity + 1] ?? 0; k < end; k++) {
        start = Math.max(start, finishes[to[k] ?? 0] ?? 0);
      }
      const duration = durations[activity] ?? 0;
      let finish = start + duration;
      for (let t = start; t < finish; t++) if (!fits(t, activity)) finish = t + 1 + duration;
      for (let t = finish - duration; t < finish; t++) take(t, activity);
      finishes[activity] = finish;
      makespan = Math.max(makespan, finish);
    }
    used = makespan;
    return makespan;
  };
}
