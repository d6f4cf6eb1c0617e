import { createParallelSgs } from "./parallel-sgs.ts";
import type { Rcpsp } from "./rcpsp.ts";
import { createScheduleOrder } from "./schedule-order.ts";
import { createSerialSgs, type Direction, lastOf, NO_END } from "./serial-sgs.ts";
import { createWindowLoad } from "./window-load.ts";

/** A variation is given up when the work of its window ends later than in the member by more than this on the average. */
const LATE = 3 / 4;

/** What a pass made, or a part of one; `finishes` is only good until the next. */
export interface Pass {
  readonly direction: Direction;
  /** 0 when the pass was given up on the way. */
  readonly makespan: number;
  /** On the clock of the direction. */
  readonly finishes: Int32Array;
  /** How many activities were given a start. */
  readonly placed: number;
}

/** A schedule of the population: its last pass, and the lists that lead on from it in either direction. */
export interface Member {
  direction: Direction;
  makespan: number;
  readonly finishes: Int32Array;
  readonly lists: Record<Direction, Int32Array>;
}

export const OTHER = { forward: "backward", backward: "forward" } as const;

/** Schedules that are made and kept without allocating. */
export interface Passes {
  /**
   * A whole pass over the list of its direction; the list for the way back is then in `lists`. Given up as soon as it is certain to end
   * after `end`.
   */
  whole(direction: Direction, end?: number): Pass;
  /** The same by the parallel scheme, which also puts the list into the order of the starts. */
  parallel(direction: Direction): Pass;
  /**
   * A pass that begins like the member's own up to position `from`. Given up as soon as it is certain to end after `end`, and at `to`
   * when everything still stands as in the member, so that the rest would make its schedule again, or when its work has become later.
   */
  variation(member: Member, from: number, to: number, end?: number): Pass;
  /** Keeps the schedule of the last pass. */
  keep(pass: Pass, member: Member): void;
  /** What the next pass of each direction takes. */
  readonly lists: Record<Direction, Int32Array>;
}

export function createPasses(rcpsp: Rcpsp): Passes {
  const { count } = rcpsp;
  const sgs = createSerialSgs(rcpsp);
  const parallelSgs = createParallelSgs(rcpsp);
  const load = createWindowLoad(rcpsp);
  const order = createScheduleOrder(rcpsp.durations, rcpsp.horizon);
  const finishes = new Int32Array(count);
  const lists = { forward: new Int32Array(count), backward: new Int32Array(count) };
  const made = (direction: Direction, makespan: number, placed: number): Pass => {
    order.against(lists[direction], finishes, makespan, lists[OTHER[direction]]);
    return { direction, makespan, finishes, placed };
  };
  const givenUp = (direction: Direction, placed: number): Pass => ({
    direction,
    makespan: 0,
    finishes,
    placed,
  });
  return {
    lists,
    whole(direction, end = NO_END) {
      const list = lists[direction];
      sgs.begin(list, 0, finishes);
      const reached = sgs.place(direction, list, 0, count, finishes, end);
      if (reached < count) return givenUp(direction, reached + 1);
      return made(direction, lastOf(finishes), count);
    },
    parallel: (direction) => made(direction, parallelSgs.pass(direction, lists[direction], finishes), count),
    variation({ direction, finishes: own }, from, to, end = NO_END) {
      const list = lists[direction];
      finishes.set(own);
      sgs.begin(list, from, finishes);
      const within = sgs.place(direction, list, from, to, finishes, end);
      if (within < to) return givenUp(direction, within + 1 - from);
      if (sameAs(own, finishes, list, from, to)) return givenUp(direction, to - from);
      if (load.delay(list, own, finishes, { from, to }) > LATE) return givenUp(direction, to - from);
      const reached = sgs.place(direction, list, to, count, finishes, end);
      if (reached < count) return givenUp(direction, reached + 1 - from);
      return made(direction, lastOf(finishes), count - from);
    },
    keep({ direction, makespan }, member) {
      member.direction = direction;
      member.makespan = makespan;
      member.finishes.set(finishes);
      order.along(lists[direction], finishes, makespan, member.lists[direction]);
      member.lists[OTHER[direction]].set(lists[OTHER[direction]]);
    },
  };
}

export function emptyMember(count: number): Member {
  return {
    direction: "forward",
    makespan: Number.POSITIVE_INFINITY,
    finishes: new Int32Array(count),
    lists: { forward: new Int32Array(count), backward: new Int32Array(count) },
  };
}

function sameAs(own: Int32Array, now: Int32Array, list: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const activity = list[i] ?? 0;
    if (own[activity] !== now[activity]) return false;
  }
  return true;
}
