import type { RcpspData } from "./rcpsp.ts";

/** What a schedule breaks: a start that is no whole number from 0 on, a link, or a capacity at one moment. */
export type Violation =
  | { readonly kind: "start"; readonly activity: number }
  | { readonly kind: "link"; readonly from: number; readonly to: number }
  | {
      readonly kind: "capacity";
      readonly resource: number;
      readonly moment: number;
      readonly demand: number;
    };

/**
 * Does this schedule hold? Everything it breaks, links first in their order, then the capacities by resource and moment; nothing when
 * it is feasible. Works on the plain data and shares no code with the solver, so that it can judge it. Moments at which an activity starts
 * are looked at, for only there a demand grows.
 *
 * @example violationsOf(data, [0, 3]) // [] when activity 1 may start at 3
 */
export function violationsOf(data: RcpspData, starts: readonly number[]): Violation[] {
  const { durations, capacities, links } = data;
  const broken = durations.flatMap((_, activity) => {
    const start = starts[activity] ?? -1;
    return Number.isInteger(start) && start >= 0 ? [] : [{ kind: "start" as const, activity }];
  });
  if (broken.length > 0) return broken;
  const startOf = (activity: number) => starts[activity] ?? 0;
  const finishOf = (activity: number) => startOf(activity) + (durations[activity] ?? 0);
  return [
    ...links
      .filter(([from, to]) => startOf(to) < finishOf(from))
      .map(([from, to]) => ({ kind: "link" as const, from, to })),
    ...capacities.flatMap((capacity, resource) =>
      peaksOf(data, starts, resource)
        .filter(({ demand }) => demand > capacity)
        .map(({ moment, demand }) => ({ kind: "capacity" as const, resource, moment, demand })),
    ),
  ];
}

/** The demand at every moment at which some activity starts. */
function peaksOf({ durations, demands }: RcpspData, starts: readonly number[], resource: number) {
  const taking = durations.flatMap((duration, activity) => {
    const demand = demands[activity]?.[resource] ?? 0;
    const start = starts[activity] ?? 0;
    return duration > 0 && demand > 0 ? [{ start, finish: start + duration, demand }] : [];
  });
  const moments = [...new Set(taking.map(({ start }) => start))].sort((a, b) => a - b);
  return moments.map((moment) => ({
    moment,
    demand: taking
      .filter(({ start, finish }) => start <= moment && moment < finish)
      .reduce((total, { demand }) => total + demand, 0),
  }));
}
