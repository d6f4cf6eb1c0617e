import { type Refusal, refuse } from "../decision.ts";
import { createGraph, shortestCycle, topologicalOrder } from "../schedule/graph.ts";
import { CELLS, type DurationTable } from "./duration-table.ts";
import { packByLane } from "./latin-hypercube.ts";
import type { FactorLoading, ForecastTask, Influence, NetworkInput } from "./network-input.ts";

/** What the sampler works on: made once, sampled as often as one likes. */
export interface ForecastNetwork {
  readonly tasks: number;
  /** The tasks with every predecessor before its successors. */
  readonly order: Int32Array;
  /** The arcs into task t are `arcBegin[t]` up to `arcBegin[t + 1]`. */
  readonly arcBegin: Int32Array;
  readonly arcFrom: Int32Array;
  readonly arcLag: Int32Array;
  readonly notBefore: Int32Array;
  readonly stream: Int32Array;
  /** Where the table of the task begins in `durations`. */
  readonly tableBegin: Int32Array;
  readonly durations: Int32Array;
  /** 1 = neither a shared factor nor an influence has a say in its duration. */
  readonly plain: Uint8Array;
  /** The different ways in which tasks follow shared factors, and which of them each task has. */
  readonly profiles: readonly (readonly FactorLoading[])[];
  readonly profileOf: Int32Array;
  readonly influences: readonly PackedInfluence[];
  /** By task: which influences hit it. */
  readonly influencesOf: readonly (readonly number[])[];
}

export interface PackedInfluence {
  readonly adds: boolean;
  readonly values: Float64Array;
  readonly stream: number;
}

/**
 * Makes a plan's steps ready to be sampled. Refuses a cycle, with the steps of a shortest one.
 * @example forecastNetwork({ tasks: [{ duration: fixedTable(60) }, { duration: table, after: [{ task: 0 }] }] })
 */
export function forecastNetwork(input: NetworkInput): ForecastNetwork | Refusal<"cycle", number> {
  const { tasks, influences = [] } = input;
  const arcs = tasks.flatMap(({ after = [] }, to) =>
    after.map(({ task, lag = 0 }) => ({ from: task, to, lag })),
  );
  const graph = createGraph(
    tasks.map((_, i) => String(i)),
    arcs,
  );
  const order = topologicalOrder(graph);
  if (order.length < tasks.length)
    return refuse(
      "cycle",
      (shortestCycle(graph) ?? []).map(({ from }) => from),
    );
  const influencesOf = influencesByTask(tasks.length, influences);
  return {
    tasks: tasks.length,
    order: Int32Array.from(order),
    arcBegin: arcBegins(tasks),
    arcFrom: Int32Array.from(arcs, ({ from }) => from),
    arcLag: Int32Array.from(arcs, ({ lag }) => lag),
    notBefore: Int32Array.from(tasks, ({ notBefore = 0 }) => notBefore),
    stream: Int32Array.from(tasks, ({ stream }, i) => stream ?? i),
    ...packDurations(tasks),
    plain: Uint8Array.from(tasks, ({ factors = [] }, i) =>
      factors.length === 0 && influencesOf[i]?.length === 0 ? 1 : 0,
    ),
    ...profilesOf(tasks),
    influences: influences.map(packInfluence),
    influencesOf,
  };
}

function arcBegins(tasks: readonly ForecastTask[]): Int32Array {
  const begins = new Int32Array(tasks.length + 1);
  tasks.forEach(({ after = [] }, i) => {
    begins[i + 1] = (begins[i] ?? 0) + after.length;
  });
  return begins;
}

/** Whole minutes of every table that is used, each table once. */
function packDurations(tasks: readonly ForecastTask[]): Pick<ForecastNetwork, "tableBegin" | "durations"> {
  const tables = [...new Set(tasks.map(({ duration }) => duration))];
  const begins = new Map(tables.map((table, i) => [table, i * CELLS]));
  const durations = new Int32Array(tables.length * CELLS);
  for (const [table, begin] of begins)
    packByLane(durations, begin, (cell) => Math.round(cellMean(table, cell)));
  return { durations, tableBegin: Int32Array.from(tasks, ({ duration }) => begins.get(duration) ?? 0) };
}

function profilesOf(tasks: readonly ForecastTask[]): Pick<ForecastNetwork, "profiles" | "profileOf"> {
  const numbers = new Map<string, number>();
  const profiles: (readonly FactorLoading[])[] = [];
  const profileOf = Int32Array.from(tasks, ({ factors = [] }) => {
    const key = factors.map(({ factor, loading }) => `${factor} ${loading}`).join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, profiles.length);
    return profiles.push(factors) - 1;
  });
  return { profiles, profileOf };
}

function packInfluence(influence: Influence, i: number): PackedInfluence {
  const adds = "addsMinutes" in influence;
  const table = adds ? influence.addsMinutes : influence.multipliesBy;
  const values = packByLane(new Float64Array(CELLS), 0, (cell) => cellMean(table, cell));
  return { adds, values, stream: influence.stream ?? i };
}

function influencesByTask(tasks: number, influences: readonly Influence[]): number[][] {
  const byTask = Array.from({ length: tasks }, (): number[] => []);
  influences.forEach((influence, i) => {
    for (const task of influence.tasks) byTask[task]?.push(i);
  });
  return byTask;
}

function cellMean({ borders }: DurationTable, cell: number): number {
  return ((borders[cell] ?? 0) + (borders[cell + 1] ?? 0)) / 2;
}
