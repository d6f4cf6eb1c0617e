import { entersFinish, type LevelArc, leavesFinish } from "../levelling/level-network.ts";
import type { Levelled } from "../levelling/level-work.ts";
import { type Replay, replayOf } from "../levelling/replay.ts";
import type { WorkAxis } from "../levelling/work-axis.ts";

/** So many futures are replayed side by side. */
export const WIDTH = 64;

/** One node made ready for replaying. */
interface Step {
  readonly node: number;
  readonly arcs: readonly LevelArc[];
  readonly axis: WorkAxis | null;
  readonly earliest: number;
  readonly previous: number;
  /** A moment that risks push on. */
  readonly delayed: boolean;
  /** Something follows its start, not only its finish. */
  readonly startAsked: boolean;
}

/** The dates of `WIDTH` futures: by node and future, at `node * WIDTH + future`. */
export interface Futures {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The node that decided when it starts; -1 for a date. */
  readonly via: Int32Array;
}

/**
 * Replays the levelled order with other lengths: nobody does two things at a time, nothing overtakes. Answers a function that fills the
 * futures of the samples from `first` on.
 */
export function createReplayer(
  levelled: Levelled,
  lengths: readonly (Float64Array | null)[],
): { readonly futures: Futures; run(first: number, count: number): void } {
  const size = levelled.network.nodes.length * WIDTH;
  const futures: Futures = {
    start: new Float64Array(size),
    finish: new Float64Array(size),
    via: new Int32Array(size),
  };
  const ends = new Float64Array(size);
  const steps = stepsOf(levelled, replayOf(levelled), lengths);
  const bounds = new Bounds(futures);
  return {
    futures,
    run(first, count) {
      for (const step of steps) {
        bounds.of(step, count);
        const length = lengths[step.node];
        if (step.axis === null || !length) placeMoments(step, bounds, futures, count);
        else if (step.delayed) placeDelayed(step, step.axis, length, first, bounds, futures, count);
        else placeWork(step, step.axis, length, first, bounds, futures, ends, count);
      }
    },
  };
}

function stepsOf(
  { network, axes }: Levelled,
  { order, previous }: Replay,
  lengths: readonly (Float64Array | null)[],
): Step[] {
  return Array.from(order, (node) => {
    const item = network.nodes[node];
    const delayed = item?.kind === "work_done" && lengths[node] !== null;
    return {
      node,
      delayed,
      arcs: network.incoming[node] ?? [],
      axis: delayed ? axes.project : (item?.axis ?? null),
      earliest: item?.earliest ?? 0,
      previous: previous[node] ?? -1,
      startAsked: (network.outgoing[node] ?? []).some(({ kind }) => !leavesFinish(kind)),
    };
  });
}

/** When a node may start and may finish, in each future, and what says so. */
class Bounds {
  readonly starts = new Float64Array(WIDTH);
  readonly startVia = new Int32Array(WIDTH);
  readonly ends = new Float64Array(WIDTH);
  readonly endVia = new Int32Array(WIDTH);
  bindsEnd = false;
  readonly #futures: Futures;

  constructor(futures: Futures) {
    this.#futures = futures;
  }

  of({ arcs, earliest }: Step, count: number): void {
    this.starts.fill(earliest);
    this.startVia.fill(-1);
    this.bindsEnd = false;
    for (const arc of arcs) {
      if (!entersFinish(arc.kind)) this.#raise(arc, this.starts, this.startVia, count);
      else {
        if (!this.bindsEnd) this.ends.fill(Number.NEGATIVE_INFINITY);
        this.bindsEnd = true;
        this.#raise(arc, this.ends, this.endVia, count);
      }
    }
  }

  #raise(
    { from, kind, lag, lagTimeline }: LevelArc,
    bound: Float64Array,
    via: Int32Array,
    count: number,
  ): void {
    const source = leavesFinish(kind) ? this.#futures.finish : this.#futures.start;
    const row = from * WIDTH;
    for (let s = 0; s < count; s++) {
      const left = source[row + s] ?? 0;
      const moment = lagTimeline === null ? left : lagTimeline.finishAt(lagTimeline.worked(left) + lag);
      if (moment <= (bound[s] ?? 0)) continue;
      bound[s] = moment;
      via[s] = from;
    }
  }
}

function placeMoments({ node }: Step, bounds: Bounds, { start, finish, via }: Futures, count: number): void {
  const row = node * WIDTH;
  const { starts, startVia, ends, endVia, bindsEnd } = bounds;
  for (let s = 0; s < count; s++) {
    const byEnd = bindsEnd && (ends[s] ?? 0) > (starts[s] ?? 0);
    const moment = (byEnd ? ends[s] : starts[s]) ?? 0;
    start[row + s] = moment;
    finish[row + s] = moment;
    via[row + s] = (byEnd ? endVia[s] : startVia[s]) ?? -1;
  }
}

/** What a risk costs comes after the moment at which all else is done. */
function placeDelayed(
  step: Step,
  axis: WorkAxis,
  delays: Float64Array,
  first: number,
  bounds: Bounds,
  futures: Futures,
  count: number,
): void {
  placeMoments(step, bounds, futures, count);
  const row = step.node * WIDTH;
  for (let s = 0; s < count; s++) {
    const delay = delays[first + s] ?? 0;
    if (delay > 0) futures.finish[row + s] = axis.finishAt(axis.worked(futures.finish[row + s] ?? 0) + delay);
  }
}

function placeWork(
  { node, previous, startAsked }: Step,
  axis: WorkAxis,
  lengths: Float64Array,
  first: number,
  { starts, startVia, ends, endVia, bindsEnd }: Bounds,
  futures: Futures,
  taken: Float64Array,
  count: number,
): void {
  const row = node * WIDTH;
  const before = previous * WIDTH;
  for (let s = 0; s < count; s++) {
    const length = lengths[first + s] ?? 0;
    const moment = starts[s] ?? 0;
    let unit = axis.worked(moment);
    let by = startVia[s] ?? -1;
    if (bindsEnd && (ends[s] ?? 0) > moment) {
      const byEnd = axis.worked(ends[s] ?? 0) - length;
      if (byEnd > unit) {
        unit = byEnd;
        by = endVia[s] ?? -1;
      }
    }
    if (previous >= 0 && (taken[before + s] ?? 0) >= unit) {
      unit = taken[before + s] ?? 0;
      by = previous;
    }
    taken[row + s] = unit + length;
    futures.via[row + s] = by;
    const idle = bindsEnd ? Math.max(moment, ends[s] ?? 0) : moment;
    futures.finish[row + s] = length === 0 ? idle : axis.finishAt(unit + length);
    if (startAsked) futures.start[row + s] = length === 0 ? idle : axis.startAt(unit);
  }
}
