import { type Refusal, refuse } from "../decision.ts";
import { type Precedence, precedenceOf, topologicalOrderOf } from "./precedence.ts";

/**
 * A project with limited resources as plain data: activities 0, 1, 2 ... with a fixed duration, finish-to-start links without lag, and
 * renewable resources of a constant capacity. Times are whole numbers of one unit, whatever it is.
 */
export interface RcpspData {
  /** By activity; 0 is an event. */
  readonly durations: readonly number[];
  /** By activity, then by resource: how much of it is taken from start to finish. */
  readonly demands: readonly (readonly number[])[];
  /** By resource. */
  readonly capacities: readonly number[];
  /** Pairs of activities: the second starts no earlier than the first has finished. */
  readonly links: readonly (readonly [number, number])[];
}

/** The resource-constrained project scheduling problem, checked and packed; made by {@link createRcpsp}. */
export interface Rcpsp {
  readonly count: number;
  readonly resources: number;
  readonly durations: Int32Array;
  /** By activity * resources + resource. */
  readonly demands: Int32Array;
  readonly capacities: Int32Array;
  readonly predecessors: Precedence;
  readonly successors: Precedence;
  /** All activities, predecessors first. */
  readonly order: Int32Array;
  /** Sum of all durations: no left-justified schedule is longer. */
  readonly horizon: number;
}

/** Starts by activity; the makespan is when the last activity has finished. */
export interface RcpspSchedule {
  readonly makespan: number;
  readonly starts: readonly number[];
}

export type RcpspRefusal =
  | Refusal<"not-a-whole-number" | "link-to-nowhere" | "cycle", { readonly activity: number }>
  | Refusal<"demand-over-capacity", { readonly activity: number; readonly resource: number }>
  | Refusal<"empty" | "too-long", never>;

export type RcpspDecision = { readonly ok: true; readonly rcpsp: Rcpsp } | RcpspRefusal;

/** Ten million units: the profile of the resources takes a few words of memory per unit. */
export const LONGEST_HORIZON = 10_000_000;
const LARGEST = 0x3fffffff;

/**
 * Checks the project and packs it for the solver: {@link firstSchedule}, {@link improve}, {@link lowerBound}.
 *
 * Refuses with the first of these that holds: `empty` (no activity has a duration), `not-a-whole-number` (a duration, demand or capacity
 * below 0, above 2^30 - 1 or broken), `too-long` (the durations sum to more than {@link LONGEST_HORIZON}), `link-to-nowhere`,
 * `demand-over-capacity` (an activity that can never run) and `cycle`; `missing` names the activities, and of a cycle those on it or
 * behind it.
 *
 * @example
 * const built = createRcpsp({ durations: [3, 2], demands: [[1], [1]], capacities: [1], links: [] });
 * if (built.ok) firstSchedule(built.rcpsp).makespan; // 5: one after the other
 */
export function createRcpsp(data: RcpspData): RcpspDecision {
  const refusal = refusalOf(data);
  if (refusal !== null) return refusal;
  const count = data.durations.length;
  const resources = data.capacities.length;
  const successors = precedenceOf(count, data.links);
  const predecessors = precedenceOf(
    count,
    data.links.map(([from, to]) => [to, from] as const),
  );
  const order = topologicalOrderOf(predecessors, successors);
  if (order.length < count) return refuse("cycle", leftOut(count, order));
  return {
    ok: true,
    rcpsp: {
      count,
      resources,
      durations: Int32Array.from(data.durations),
      demands: Int32Array.from(
        data.demands.flatMap((demand) => data.capacities.map((_, resource) => demand[resource] ?? 0)),
      ),
      capacities: Int32Array.from(data.capacities),
      predecessors,
      successors,
      order,
      horizon: sum(data.durations),
    },
  };
}

function refusalOf({ durations, demands, capacities, links }: RcpspData): RcpspRefusal | null {
  if (durations.every((duration) => duration === 0)) return refuse<"empty">("empty");
  const broken = durations.flatMap((duration, activity) =>
    isAmount(duration) && (demands[activity] ?? []).every(isAmount) ? [] : [{ activity }],
  );
  if (broken.length > 0 || !capacities.every(isAmount)) return refuse("not-a-whole-number", broken);
  if (sum(durations) > LONGEST_HORIZON) return refuse<"too-long">("too-long");
  const astray = links.filter((link) => !link.every((end) => Number.isInteger(end) && end in durations));
  if (astray.length > 0)
    return refuse(
      "link-to-nowhere",
      astray.map(([activity]) => ({ activity })),
    );
  const over = durations.flatMap((duration, activity) =>
    duration === 0 ? [] : overdemands(demands[activity] ?? [], capacities, activity),
  );
  return over.length > 0 ? refuse("demand-over-capacity", over) : null;
}

function overdemands(demand: readonly number[], capacities: readonly number[], activity: number) {
  return demand.flatMap((amount, resource) =>
    amount > (capacities[resource] ?? 0) ? [{ activity, resource }] : [],
  );
}

function leftOut(count: number, order: Int32Array) {
  const sorted = new Set(order);
  return Array.from({ length: count }, (_, activity) => ({ activity })).filter(
    ({ activity }) => !sorted.has(activity),
  );
}

function isAmount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= LARGEST;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
