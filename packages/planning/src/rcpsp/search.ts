import { createRandom, type Random } from "../random.ts";
import { type ActivityLists, createActivityLists } from "./activity-lists.ts";
import { createPasses, emptyMember, type Member, OTHER, type Pass, type Passes } from "./passes.ts";
import type { Rcpsp } from "./rcpsp.ts";
import type { Direction } from "./serial-sgs.ts";
import { createWindowCrossover, type Window, type WindowCrossover } from "./window-crossover.ts";
import { createWindowLoad, type WindowLoad } from "./window-load.ts";

/** Members for n schedules: this times n^(5/8). More stay different longer, fewer come down faster. */
const MEMBERS = 0.27;
const FEWEST_MEMBERS = 8;
/** A parent or a mate is the shortest of so many members, drawn. */
const DRAWS = 3;
/** One child in so many takes a drawn order into its window instead of a mate's. */
const DRAWN = 20;
/** A child that ends after its parent by more than this in its first pass is not worth a second. */
const HOPEFUL = 5;
/** When nothing got shorter during so many schedules a member, all but the best begin anew. */
const PATIENCE = 5;

interface Search {
  readonly count: number;
  readonly random: Random;
  readonly passes: Passes;
  readonly lists: Record<Direction, ActivityLists>;
  readonly crossover: WindowCrossover;
  readonly load: WindowLoad;
  readonly population: Member[];
  /** The shortest forward pass. */
  shortest: number;
  /** Schedules without a shorter one. */
  idle: number;
}

/**
 * The endless search, one pass at a time; the first is that of the latest finish time rule. A population of schedules, half of them
 * justified to the right; a child takes a rather empty window of its parent in the order of a mate, is made from there on as long as it
 * promises something, justified the other way, and takes its parent's place unless it is longer.
 *
 * Source: the frame is that of S. Hartmann, "A competitive genetic algorithm for resource-constrained project scheduling", 1998, with the
 * justification of Valls, Ballestín and Quintanilla, 2005, and two directions as in D. Debels and M. Vanhoucke, "A bi-population based
 * genetic algorithm for the resource-constrained project scheduling problem", 2005; windows and succession are our own.
 * @param schedules for how many schedules the search should be laid out
 */
export function* searchPasses(rcpsp: Rcpsp, seed: number, schedules: number): Generator<Pass, never> {
  const { count } = rcpsp;
  const search: Search = {
    count,
    random: createRandom(seed),
    passes: createPasses(rcpsp),
    lists: {
      forward: createActivityLists(rcpsp, "forward"),
      backward: createActivityLists(rcpsp, "backward"),
    },
    crossover: createWindowCrossover(count),
    load: createWindowLoad(rcpsp),
    population: [],
    shortest: Number.POSITIVE_INFINITY,
    idle: 0,
  };
  yield* populate(search, membersFor(schedules));
  for (;;) {
    if (search.idle > PATIENCE * search.population.length) yield* beginAnew(search);
    yield* breed(search);
  }
}

/** By square roots, which are the same to the bit on every machine. */
function membersFor(schedules: number): number {
  const half = Math.sqrt(schedules);
  const eighth = Math.sqrt(Math.sqrt(half));
  return Math.max(FEWEST_MEMBERS, Math.round(MEMBERS * half * eighth));
}

function* populate(search: Search, size: number): Generator<Pass, void> {
  search.lists.forward.byLatestFinish(search.passes.lists.forward);
  search.population.push(yield* justified(search, search.passes.whole("forward")));
  while (search.population.length < size) search.population.push(yield* drawnMember(search));
}

function* beginAnew(search: Search): Generator<Pass, void> {
  const { population } = search;
  const best = population.reduce((a, b) => (b.makespan < a.makespan ? b : a));
  for (let i = 0; i < population.length; i++) {
    if (population[i] !== best) population[i] = yield* drawnMember(search);
  }
  search.idle = 0;
}

function* drawnMember(search: Search): Generator<Pass, Member> {
  const { random, lists, passes } = search;
  const direction: Direction = random.below(2) === 0 ? "forward" : "backward";
  lists[direction].drawn(random, passes.lists[direction]);
  const scheme = random.below(2) === 0 ? passes.whole : passes.parallel;
  return yield* justified(search, scheme(direction));
}

/** Goes back from a pass, and there again. */
function* justified(search: Search, pass: Pass): Generator<Pass, Member> {
  const { direction } = pass;
  yield* counted(search, pass);
  yield* counted(search, search.passes.whole(OTHER[direction]));
  const member = emptyMember(search.count);
  yield* kept(search, search.passes.whole(direction), member);
  return member;
}

function* breed(search: Search): Generator<Pass, void> {
  const { passes, population, random } = search;
  const parent = shortestOf(DRAWS, population, random);
  const variation = vary(search, parent);
  yield* counted(search, variation);
  if (variation.makespan === 0) return;
  const back = passes.whole(OTHER[variation.direction], parent.makespan);
  if (back.makespan === 0) return yield* counted(search, back);
  if (back.makespan < parent.makespan) search.idle = 0;
  yield* kept(search, back, parent);
}

/** A child by a mate, or where that changes nothing by a drawn list; where there is but one order, the same schedule again. */
function vary(search: Search, parent: Member): Pass {
  const { crossover, lists, passes, population, random } = search;
  const { direction } = parent;
  const own = parent.lists[direction];
  const child = passes.lists[direction];
  const window = emptierWindow(search, parent);
  const end = parent.makespan + HOPEFUL;
  if (random.below(DRAWN) !== 0) {
    const mate = shortestOf(DRAWS, population, random).lists[direction];
    const from = crossover.cross(own, mate, window, child);
    if (from < window.to) return passes.variation(parent, from, window.to, end);
  }
  const other = passes.lists[OTHER[direction]];
  lists[direction].drawn(random, other);
  const from = crossover.cross(own, other, window, child);
  return from < window.to ? passes.variation(parent, from, window.to, end) : passes.whole(direction, end);
}

/** Of two drawn windows the one with the less work in it: there is more to win. */
function emptierWindow({ crossover, load, random }: Search, { direction, lists, finishes }: Member): Window {
  const [one, other] = [crossover.drawWindow(random), crossover.drawWindow(random)];
  const loadOf = (window: Window) => load.load(lists[direction], finishes, window);
  return loadOf(other) < loadOf(one) ? other : one;
}

/** Keeps a pass as a member; a shortest schedule that is justified to the right is at once justified to the left as well. */
function* kept(search: Search, pass: Pass, member: Member): Generator<Pass, void> {
  const { passes, shortest } = search;
  yield* counted(search, pass);
  const last = pass.direction === "backward" && pass.makespan < shortest ? passes.whole("forward") : pass;
  if (last !== pass) yield* counted(search, last);
  passes.keep(last, member);
}

function* counted(search: Search, pass: Pass): Generator<Pass, void> {
  search.idle += pass.placed / search.count;
  if (pass.direction === "forward" && pass.makespan > 0)
    search.shortest = Math.min(search.shortest, pass.makespan);
  yield pass;
}

/** The shortest of so many drawn members. */
function shortestOf(draws: number, population: readonly Member[], random: Random): Member {
  let best: Member | undefined;
  for (let i = 0; i < draws; i++) {
    const drawn = population[random.below(population.length)];
    if (best === undefined || (drawn !== undefined && drawn.makespan < best.makespan)) best = drawn;
  }
  if (best === undefined) throw new RangeError("an empty population");
  return best;
}
