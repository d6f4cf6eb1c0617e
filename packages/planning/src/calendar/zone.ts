import { countsUpTo } from "./ascending.ts";
import type { Timeline } from "./timeline.ts";

/**
 * A time zone as data, made at the edge from the platform's rules: from each transition (a minute of UTC, ascending) on, local time is
 * UTC plus `offset` minutes. Before the first transition its offset holds too.
 * @example { name: "Europe/Berlin", transitions: [{ from: 29577660, offset: 120 }, { from: 29880060, offset: 60 }] }
 */
export interface Zone {
  readonly name: string;
  readonly transitions: readonly ZoneTransition[];
}

export interface ZoneTransition {
  readonly from: number;
  readonly offset: number;
}

/**
 * Local working time, asked and answered in minutes of UTC. An hour that the clocks skip is not worked, an hour that they show twice is
 * worked twice: local working hours stay as they are, and a shift across the change has the minutes that really pass.
 */
export function zonedTimeline(local: Timeline, { transitions }: Zone): Timeline {
  const changes = transitions.slice(1);
  const offsets = Float64Array.from(transitions, ({ offset }) => offset);
  const shifts = new Float64Array(changes.length + 1);
  const sums = new Float64Array(changes.length);
  for (const [i, { from, offset }] of changes.entries()) {
    sums[i] = local.worked(from + (offsets[i] ?? 0)) + (shifts[i] ?? 0);
    shifts[i + 1] = (sums[i] ?? 0) - local.worked(from + offset);
  }
  const periodAt = countsUpTo(Float64Array.from(changes, ({ from }) => from));
  const periodHolding = countsUpTo(sums);
  const startAt = (n: number) => {
    const period = periodHolding(n);
    return local.startAt(n - (shifts[period] ?? 0)) - (offsets[period] ?? 0);
  };
  return {
    worked(moment) {
      const period = periodAt(moment);
      return local.worked(moment + (offsets[period] ?? 0)) + (shifts[period] ?? 0);
    },
    startAt,
    finishAt: (n) => startAt(n - 1) + 1,
  };
}
