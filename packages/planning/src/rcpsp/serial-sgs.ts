import { type Lanes, packLanes } from "./lanes.ts";
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
   * Clears the profile and lets the first `standing` activities of the list take what they need where they stand. Answers when the last
   * of them is over; 0 for none.
   */
  begin(list: Int32Array, standing: number, finishes: Int32Array): number;
  /**
   * Starts the activities at positions `from` to `to` - 1 of the list at their first moment that neither precedence nor a resource forbids.
   * Answers when the last of them is over; 0 for none.
   */
  place(direction: Direction, list: Int32Array, from: number, to: number, finishes: Int32Array): number;
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
  const waitsFor = { forward: rcpsp.predecessors, backward: rcpsp.successors };
  return {
    begin,
    place: (direction, list, from, to, finishes) => place(waitsFor[direction], list, from, to, finishes),
    pass(direction, list, finishes) {
      begin(list, 0, finishes);
      return place(waitsFor[direction], list, 0, list.length, finishes);
    },
  };
}

interface Profile {
  readonly begin: SerialSgs["begin"];
  readonly place: (
    waitsFor: Precedence,
    list: Int32Array,
    from: number,
    to: number,
    finishes: Int32Array,
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
    return used;
  };
  const place: Profile["place"] = ({ first, to: before }, list, from, to, finishes) => {
    let last = 0;
    for (let i = from; i < to; i++) {
      const activity = list[i] ?? 0;
      let start = 0;
      for (let k = first[activity] ?? 0, end = first[activity + 1] ?? 0; k < end; k++) {
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
      if (finish > last) last = finish;
    }
    if (last > used) used = last;
    return last;
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
    let last = 0;
    for (const activity of list.subarray(0, standing)) {
      const finish = finishes[activity] ?? 0;
      take(activity, finish);
      last = Math.max(last, finish);
    }
    return last;
  };
  const place: Profile["place"] = ({ first, to: before }, list, from, to, finishes) => {
    let last = 0;
    for (const activity of list.subarray(from, to)) {
      let start = 0;
      for (const other of before.subarray(first[activity] ?? 0, first[activity + 1] ?? 0))
        start = Math.max(start, finishes[other] ?? 0);
      let finish = start + durationOf(activity);
      for (let t = start; t < finish; t++) if (!fits(t, activity)) finish = t + 1 + durationOf(activity);
      take(activity, finish);
      finishes[activity] = finish;
      last = Math.max(last, finish);
    }
    return last;
  };
  return { begin, place };
}
