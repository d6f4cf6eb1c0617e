import { createRandom, type Random } from "../random.ts";
import { createActivityLists } from "./activity-lists.ts";
import type { Rcpsp } from "./rcpsp.ts";
import { createScheduleOrder } from "./schedule-order.ts";
import { createSerialSgs, type Direction } from "./serial-sgs.ts";
import { createWindowCrossover } from "./window-crossover.ts";

/** One pass of the search; `finishes` is only good until the next. */
export interface Pass {
  readonly direction: Direction;
  readonly makespan: number;
  readonly finishes: Int32Array;
}

const POPULATION = 40;
/** A child that is longer than its parent by more than this after one pass is not worth a second. */
const HOPEFUL = 2;

interface Member {
  /** What the next backward pass takes. */
  list: Int32Array;
  makespan: number;
}

/**
 * The endless search, one pass at a time. A population of lists; a child takes a window of its parent in the order of a mate, is
 * justified to the right and to the left, and takes its parent's place unless it is worse.
 */
export function* searchPasses(rcpsp: Rcpsp, seed: number): Generator<Pass, never> {
  const random = createRandom(seed);
  const make = createPasses(rcpsp);
  const crossover = createWindowCrossover(rcpsp.count, random);
  const population = yield* populate(rcpsp, random, make);
  const child = new Int32Array(rcpsp.count);
  const turned = new Int32Array(rcpsp.count);
  let spare: Int32Array = new Int32Array(rcpsp.count);
  for (;;) {
    const parent = fitter(population, random);
    const mate = fitter(population, random);
    crossover(parent.list, mate.list, child);
    const right = make("backward", child, turned);
    yield right;
    if (right.makespan > parent.makespan + HOPEFUL) continue;
    const left = make("forward", turned, spare);
    yield left;
    if (left.makespan > parent.makespan) continue;
    parent.makespan = left.makespan;
    [parent.list, spare] = [spare, parent.list];
  }
}

/** Makes a pass over a list and writes to `out` the list for the pass back: activities by descending finish. */
type MakePass = (direction: Direction, list: Int32Array, out: Int32Array) => Pass;

function createPasses(rcpsp: Rcpsp): MakePass {
  const sgs = createSerialSgs(rcpsp);
  const order = createScheduleOrder(rcpsp.horizon);
  const finishes = new Int32Array(rcpsp.count);
  return (direction, list, out) => {
    const makespan = sgs.pass(direction, list, finishes);
    order.reverse(list, finishes, makespan, out);
    return { direction, makespan, finishes };
  };
}

/** The schedule of the latest finish time rule and drawn ones beside it, each justified to the right and to the left. */
function* populate(rcpsp: Rcpsp, random: Random, make: MakePass): Generator<Pass, Member[]> {
  const lists = createActivityLists(rcpsp);
  const population: Member[] = [];
  const turned = new Int32Array(rcpsp.count);
  while (population.length < POPULATION) {
    const list = new Int32Array(rcpsp.count);
    if (population.length === 0) lists.byLatestFinish(list);
    else lists.drawn(random, list);
    yield make("forward", list, turned);
    yield make("backward", turned, list);
    const left = make("forward", list, turned);
    population.push({ list: turned.slice(), makespan: left.makespan });
    yield left;
  }
  return population;
}

/** The shorter of two drawn members. */
function fitter(population: readonly Member[], random: Random): Member {
  const a = drawn(population, random);
  const b = drawn(population, random);
  return b.makespan < a.makespan ? b : a;
}

function drawn(population: readonly Member[], random: Random): Member {
  const member = population[random.below(population.length)];
  if (member === undefined) throw new RangeError("an empty population");
  return member;
}
