import { type Lanes, packLanes } from "./lanes.ts";
import { tailsOf } from "./paths.ts";
import type { Precedence } from "./precedence.ts";
import type { Rcpsp } from "./rcpsp.ts";

/** Forward passes push to the left; backward passes push to the right, on a clock that counts back from the end. */
export type Direction = "forward" | "backward";

/**
 * The serial schedule generation scheme on one resource profile. A list holds all activities, those that must be over first before those
 * that wait for them: predecessors forward, successors backward. `finishes` says when an activity is over, by activity, on the clock of
 * the direction.
 */
export interface SerialSgs {
  /**
   * Clears the profile and lets the first `standing` activities of the list take what they need where they stand.
   */
  begin(list: Int32Array, standing: number, finishes: Int32Array): void;
  /**
   * Starts the activities at positions `from` to `to` - 1 of the list at their first moment that neither precedence nor a resource forbids.
   * Stops at the first after which the longest chain of what waits for it goes beyond `end`, and answers its position; otherwise `to`.
   */
  place(
    direction: Direction,
    list: Int32Array,
    from: number,
    to: number,
    finishes: Int32Array,
    end: number,
  ): number;
  /** A whole pass; answers the makespan. */
  pass(direction: Direction, list: Int32Array, finishes: Int32Array): number;
}

/**
 * Holds the memory of its profile, so that a pass allocates nothing.
 *
 * Source: J. E. Kelley, "The critical-path method: resources planning and scheduling", 1963; R. Kolisch and S. Hartmann, "Heuristic
 * algorithms for the resource-constrained project scheduling problem", 1999.
 */
export function createSerialSgs(rcpsp: Rcpsp): SerialSgs {
  const lanes = packLanes(rcpsp);
  const { begin, place } = lanes.words === 1 ? profileOfWord(rcpsp, lanes) : profileOfWords(rcpsp, lanes);
  const ways = { forward: wayOf(rcpsp, "forward"), backward: wayOf(rcpsp, "backward") };
  return {
    begin,
    place: (direction, list, from, to, finishes, end) =>
      place(ways[direction], list, from, to, finishes, end),
    pass(direction, list, finishes) {
      begin(list, 0, finishes);
      place(ways[direction], list, 0, list.length, finishes, NO_END);
      return lastOf(finishes);
    },
  };
}

/** Later than any schedule ends. */
export const NO_END = 0x7fffffff;

/** When the last activity is over. */
export function lastOf(finishes: Int32Array): number {
  let last = 0;
  for (let i = 0; i < finishes.length; i++) last = Math.max(last, finishes[i] ?? 0);
  return last;
}

/** What an activity waits for in a direction, and how long the longest chain behind it is. */
interface Way {
  readonly waitsFor: Precedence;
  readonly behind: Int32Array;
}

function wayOf(rcpsp: Rcpsp, direction: Direction): Way {
  return {
    waitsFor: direction === "forward" ? rcpsp.predecessors : rcpsp.successors,
    behind: tailsOf(rcpsp, direction).map((tail, activity) => tail - (rcpsp.durations[activity] ?? 0)),
  };
}

interface Profile {
  readonly begin: SerialSgs["begin"];
  readonly place: (
    way: Way,
    list: Int32Array,
    from: number,
    to: number,
    finishes: Int32Array,
    end: number,
  ) => number;
}

/** The loops of the search: all in one function each, so that the engine keeps everything in registers. */
function profileOfWord({ horizon, durations }: Rcpsp, lanes: Lanes): Profile {
  const { demands } = lanes;
  const free = lanes.free[0] ?? 0;
  const guards = lanes.guards[0] ?? 0;
  const profile = new Int32Array(horizon + 1).fill(free);
  let used = 0;
  const begin: Profile["begin"] = (list, standing, finishes) => {
    profile.fill(free, 0, used);
    used = 0;
    for (let i = 0; i < standing; i++) {
      const activity = list[i] ?? 0;
      const demand = demands[activity] ?? 0;
      const finish = finishes[activity] ?? 0;
      for (let t = finish - (durations[activity] ?? 0); t < finish; t++)
        profile[t] = (profile[t] ?? 0) - demand;
      if (finish > used) used = finish;
    }
  };
  const place: Profile["place"] = ({ waitsFor, behind }, list, from, to, finishes, end) => {
    const { first, to: before } = waitsFor;
    for (let i = from; i < to; i++) {
      const activity = list[i] ?? 0;
      let start = 0;
      for (let k = first[activity] ?? 0, last = first[activity + 1] ?? 0; k < last; k++) {
        const over = finishes[before[k] ?? 0] ?? 0;
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
      if (finish > used) used = finish;
      if (finish + (behind[activity] ?? 0) > end) return i;
    }
    return to;
  };
  return { begin, place };
}

function profileOfWords({ horizon, durations }: Rcpsp, lanes: Lanes): Profile {
  const { words, free, guards, demands } = lanes;
  const profile = new Int32Array((horizon + 1) * words);
  const durationOf = (activity: number) => durations[activity] ?? 0;
  const fits = (t: number, activity: number) => {
    for (let word = 0; word < words; word++) {
      const guard = guards[word] ?? 0;
      const left = (profile[t * words + word] ?? 0) - (demands[activity * words + word] ?? 0);
      if ((left & guard) !== guard) return false;
    }
    return true;
  };
  const take = (activity: number, finish: number) => {
    for (let t = finish - durationOf(activity); t < finish; t++) {
      for (let word = 0; word < words; word++) {
        const at = t * words + word;
        profile[at] = (profile[at] ?? 0) - (demands[activity * words + word] ?? 0);
      }
    }
  };
  const begin: Profile["begin"] = (list, standing, finishes) => {
    for (let t = 0; t <= horizon; t++) profile.set(free, t * words);
    for (const activity of list.subarray(0, standing)) take(activity, finishes[activity] ?? 0);
  };
  const place: Profile["place"] = ({ waitsFor, behind }, list, from, to, finishes, end) => {
    const { first, to: before } = waitsFor;
    for (let i = from; i < to; i++) {
      const activity = list[i] ?? 0;
      let start = 0;
      for (const other of before.subarray(first[activity] ?? 0, first[activity + 1] ?? 0))
        start = Math.max(start, finishes[other] ?? 0);
      let finish = start + durationOf(activity);
      for (let t = start; t < finish; t++) if (!fits(t, activity)) finish = t + 1 + durationOf(activity);
      take(activity, finish);
      finishes[activity] = finish;
      if (finish + (behind[activity] ?? 0) > end) return i;
    }
    return to;
  };
  return { begin, place };
}
