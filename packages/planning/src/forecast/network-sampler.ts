import { correlatedDraws } from "./correlated-draws.ts";
import type { ForecastNetwork } from "./forecast-network.ts";
import { influenceLanes } from "./influence-lanes.ts";
import {
  type DrawnDurations,
  finishAfter,
  finishAfterLast,
  finishAfterOne,
  startAfter,
  startNotBefore,
} from "./lane-kernels.ts";
import { LANES, latinHypercube } from "./latin-hypercube.ts";

/** Samples 64 courses of the plan at a time, the lanes. */
export interface NetworkSampler {
  /** When task t finishes in lane l stands at 64 t + l. */
  readonly finish: Int32Array;
  /** Overwrites `finish` with batch 0, 1, 2 ...; a batch comes out the same whenever it is run. */
  run(batch: number): void;
  /** What the task takes in each lane of the batch that was run last. */
  durationsOf(task: number, lanes: Int32Array): void;
}

/** Tasks, factors and influences draw from streams of their own. */
const KINDS = 3;
const IN_ORDER = Uint16Array.from({ length: LANES }, (_, lane) => lane);

/** The sampler of a network; the same seed gives the same samples everywhere. */
export function networkSampler(network: ForecastNetwork, seed: number): NetworkSampler {
  const { order, arcBegin, arcFrom, arcLag, notBefore } = network;
  const finish = new Int32Array(network.tasks * LANES);
  const { begin, draw } = durationDraws(network, seed);

  function finishTask(task: number): void {
    const drawn = draw(task);
    const to = task * LANES;
    const first = arcBegin[task] ?? 0;
    const last = (arcBegin[task + 1] ?? 0) - 1;
    const atLeast = notBefore[task] ?? 0;
    const from = (arcFrom[first] ?? 0) * LANES;
    if (last < first) finishAfter(finish, to, atLeast, drawn);
    else if (last === first) finishAfterOne(finish, to, from, arcLag[first] ?? 0, atLeast, drawn);
    else {
      startAfter(finish, to, from, arcLag[first] ?? 0, atLeast);
      for (let arc = first + 1; arc < last; arc++)
        startNotBefore(finish, to, (arcFrom[arc] ?? 0) * LANES, arcLag[arc] ?? 0);
      finishAfterLast(finish, to, (arcFrom[last] ?? 0) * LANES, arcLag[last] ?? 0, drawn);
    }
  }

  return {
    finish,
    run: (batch) => {
      begin(batch);
      for (let next = 0; next < order.length; next++) finishTask(order[next] ?? 0);
    },
    durationsOf: (task, lanes) => copyLanes(lanes, draw(task)),
  };
}

/** Draws the durations of one task after the other; what `draw` answers holds until it is called again. */
function durationDraws(network: ForecastNetwork, seed: number) {
  const { tableBegin, durations, stream, plain, profiles, profileOf, influencesOf } = network;
  const hypercube = latinHypercube(seed);
  const correlated = correlatedDraws(hypercube, profiles, (factor) => factor * KINDS + 1);
  const influences = influenceLanes(network.influences, hypercube, (own) => own * KINDS + 2);
  const straight: DrawnDurations = { values: durations, begin: 0, orders: hypercube.orders, order: 0 };
  const together: DrawnDurations = {
    values: durations,
    begin: 0,
    orders: new Uint16Array(LANES),
    order: 0,
  };
  const changed: DrawnDurations = { values: new Int32Array(LANES), begin: 0, orders: IN_ORDER, order: 0 };
  let batch = 0;

  function drawStraight(task: number): DrawnDurations {
    const own = (stream[task] ?? 0) * KINDS;
    straight.begin = (tableBegin[task] ?? 0) + hypercube.rowOf(own, batch);
    straight.order = hypercube.orderOf(own, batch);
    return straight;
  }

  /** The task's durations where its person, its client or a risk has a say. */
  function drawInfluenced(task: number): DrawnDurations {
    const profile = profileOf[task] ?? 0;
    const own = influencesOf[task] ?? [];
    const drawn = profiles[profile]?.length === 0 ? drawStraight(task) : drawTogether(task, profile);
    if (own.length === 0) return drawn;
    copyLanes(changed.values, drawn);
    for (const influence of own) influences.apply(influence, changed.values);
    return changed;
  }

  function drawTogether(task: number, profile: number): DrawnDurations {
    const own = (stream[task] ?? 0) * KINDS;
    together.begin = (tableBegin[task] ?? 0) + correlated.draw(together.orders, own, profile);
    return together;
  }

  return {
    begin: (next: number) => {
      batch = next;
      correlated.begin(next);
      influences.begin(next);
    },
    draw: (task: number): DrawnDurations => (plain[task] === 0 ? drawInfluenced(task) : drawStraight(task)),
  };
}

function copyLanes(lanes: Int32Array, { values, begin, orders, order }: DrawnDurations): void {
  for (let lane = 0; lane < LANES; lane++) lanes[lane] = values[begin + (orders[order + lane] ?? 0)] ?? 0;
}
