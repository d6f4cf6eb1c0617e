import fc from "fast-check";
import { createRcpsp, type Rcpsp, type RcpspData } from "../rcpsp/rcpsp.ts";

/** Projects of 1 to `most` activities and up to three resources, each of which can be scheduled. */
export function projects(most: number): fc.Arbitrary<RcpspData> {
  const activity = fc.record({
    duration: fc.integer({ min: 0, max: 6 }),
    demands: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
  });
  return fc
    .record({
      activities: fc.array(activity, { minLength: 1, maxLength: most }),
      capacities: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
      links: fc.array(fc.tuple(fc.nat(most - 1), fc.nat(most - 1)), { maxLength: most }),
    })
    .filter(({ activities }) => activities.some(({ duration }) => duration > 0))
    .map(({ activities, capacities, links }) => ({
      durations: activities.map(({ duration }) => duration),
      demands: activities.map(({ demands }) =>
        capacities.map((capacity, resource) => Math.min(capacity, demands[resource] ?? 0)),
      ),
      capacities,
      links: links.filter(([from, to]) => from < to && to < activities.length),
    }));
}

/** The packed project; a refusal is a mistake of the test. */
export function asRcpsp(data: RcpspData): Rcpsp {
  const built = createRcpsp(data);
  if (!built.ok) throw new Error(`refused: ${built.code}`);
  return built.rcpsp;
}

/** The same project with activity `order[i]` as number i. */
export function relabelled(data: RcpspData, order: readonly number[]): RcpspData {
  const place = (activity: number) => order.indexOf(activity);
  return {
    durations: order.map((activity) => data.durations[activity] ?? 0),
    demands: order.map((activity) => data.demands[activity] ?? []),
    capacities: data.capacities,
    links: data.links.map(([from, to]) => [place(from), place(to)]),
  };
}

/**
 * The shortest makespan, by placing the activities in every order that the links allow, each at its first free moment: one of these
 * schedules is optimal. Shares nothing with the solver.
 */
export function shortestByForce(data: RcpspData): number {
  const { durations, links } = data;
  const starts: (number | undefined)[] = durations.map(() => undefined);
  const finishOf = (activity: number) => (starts[activity] ?? 0) + (durations[activity] ?? 0);
  let shortest = Number.POSITIVE_INFINITY;
  const extend = (makespan: number, placed: number) => {
    if (makespan >= shortest) return;
    if (placed === durations.length) shortest = makespan;
    for (let activity = 0; activity < durations.length; activity++) {
      if (starts[activity] !== undefined) continue;
      const before = links.flatMap(([from, to]) => (to === activity ? [from] : []));
      if (before.some((each) => starts[each] === undefined)) continue;
      let start = Math.max(0, ...before.map(finishOf));
      while (!fits(data, starts, activity, start)) start++;
      starts[activity] = start;
      extend(Math.max(makespan, finishOf(activity)), placed + 1);
      starts[activity] = undefined;
    }
  };
  extend(0, 0);
  return shortest;
}

function fits(
  { durations, demands, capacities }: RcpspData,
  starts: readonly (number | undefined)[],
  activity: number,
  start: number,
): boolean {
  for (let moment = start; moment < start + (durations[activity] ?? 0); moment++) {
    const running = starts.flatMap((other, i) =>
      other !== undefined && other <= moment && moment < other + (durations[i] ?? 0) ? [i] : [],
    );
    const taken = (resource: number) =>
      [...running, activity].reduce((total, i) => total + (demands[i]?.[resource] ?? 0), 0);
    if (capacities.some((capacity, resource) => taken(resource) > capacity)) return false;
  }
  return true;
}
