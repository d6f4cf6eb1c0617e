import { createParallelSgs } from "./parallel-sgs.ts";
import type { Rcpsp } from "./rcpsp.ts";
import { createScheduleOrder } from "./schedule-order.ts";
import { createSerialSgs, type Direction } from "./serial-sgs.ts";

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
  /** A whole pass over the list of its direction; the list for the way back is then in `lists`. */
  whole(direction: Direction): Pass;
  /** The same by the parallel scheme, which also puts the list into the order of the starts. */
  parallel(direction: Direction): Pass;
  /**
   * A pass that begins like the member's own up to position `from`. Given up, when at `to` everything still stands as in the member:
   * the rest would make its schedule again.
   */
  variation(member: Member, from: number, to: number): Pass;
  /** Keeps the schedule of the last pass. */
  keep(pass: Pass, member: Member): void;
  /** What the next pass of each direction takes. */
  readonly lists: Record<Direction, Int32Array>;
}

export function createPasses(rcpsp: Rcpsp): Passes {
  const { count } = rcpsp;
  const sgs = createSerialSgs(rcpsp);
  const parallelSgs = createParallelSgs(rcpsp);
  const order = createScheduleOrder(rcpsp.durations, rcpsp.horizon);
  const finishes = new Int32Array(count);
  const lists = { forward: new Int32Array(count), backward: new Int32Array(count) };
  const done = (direction: Direction, makespan: number, placed: number): Pass => {
    order.against(lists[direction], finishes, makespan, lists[OTHER[direction]]);
    return { direction, makespan, finishes, placed };
  };
  return {
    lists,
    whole: (direction) => done(direction, sgs.pass(direction, lists[direction], finishes), count),
    parallel: (direction) => done(direction, parallelSgs.pass(direction, lists[direction], finishes), count),
    variation({ direction, finishes: own }, from, to) {
      const list = lists[direction];
      finishes.set(own);
      const before = sgs.begin(list, from, finishes);
      const within = sgs.place(direction, list, from, to, finishes);
      if (sameAs(own, finishes, list, from, to))
        return { direction, makespan: 0, finishes, placed: to - from };
      const after = sgs.place(direction, list, to, count, finishes);
      return done(direction, Math.max(before, within, after), count - from);
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
