import type { Rcpsp } from "./rcpsp.ts";
import type { StartWindows } from "./refutation.ts";

/**
 * Energetic reasoning: whether some interval is too short for the work that must lie in it, wherever each activity starts in its window.
 * Intervals from an earliest start to a latest finish.
 *
 * Source: J. Erschler, P. Lopez and C. Thuriot, "Raisonnement temporel sous contraintes de ressource", 1991.
 */
export function createEnergyTest(rcpsp: Rcpsp): (windows: StartWindows) => boolean {
  const { count, resources, durations, demands, capacities } = rcpsp;
  const needs = new Float64Array(resources);
  const isOverloaded = (from: number, to: number, { earliest, latest }: StartWindows) => {
    needs.fill(0);
    for (let activity = 0; activity < count; activity++) {
      const duration = durations[activity] ?? 0;
      const inside = Math.min(
        duration,
        to - from,
        (earliest[activity] ?? 0) + duration - from,
        to - (latest[activity] ?? 0),
      );
      if (inside <= 0) continue;
      for (let resource = 0; resource < resources; resource++)
        needs[resource] = (needs[resource] ?? 0) + inside * (demands[activity * resources + resource] ?? 0);
    }
    return needs.some((need, resource) => need > (capacities[resource] ?? 0) * (to - from));
  };
  return (windows) => {
    const starts = new Set(windows.earliest);
    const ends = new Set(windows.latest.map((start, activity) => start + (durations[activity] ?? 0)));
    for (const from of starts) {
      for (const to of ends) if (to > from && isOverloaded(from, to, windows)) return true;
    }
    return false;
  };
}
