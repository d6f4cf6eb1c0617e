import { Ascending } from "./ascending.ts";
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
export class ZonedTimeline implements Timeline {
  readonly #local: Timeline;
  readonly #offsets: Float64Array;
  /** What makes the counts of one period go on where those of the period before end. */
  readonly #shifts: Float64Array;
  readonly #periods: Ascending;
  readonly #sums: Ascending;

  constructor(local: Timeline, { transitions }: Zone) {
    const changes = transitions.slice(1);
    const sums = new Float64Array(changes.length);
    this.#local = local;
    this.#offsets = Float64Array.from(transitions, ({ offset }) => offset);
    this.#shifts = new Float64Array(changes.length + 1);
    for (const [i, { from, offset }] of changes.entries()) {
      sums[i] = local.worked(from + (this.#offsets[i] ?? 0)) + (this.#shifts[i] ?? 0);
      this.#shifts[i + 1] = (sums[i] ?? 0) - local.worked(from + offset);
    }
    this.#periods = new Ascending(Float64Array.from(changes, ({ from }) => from));
    this.#sums = new Ascending(sums);
  }

  worked(moment: number): number {
    const period = this.#periods.upTo(moment);
    return this.#local.worked(moment + (this.#offsets[period] ?? 0)) + (this.#shifts[period] ?? 0);
  }

  startAt(n: number): number {
    const period = this.#sums.upTo(n);
    return this.#local.startAt(n - (this.#shifts[period] ?? 0)) - (this.#offsets[period] ?? 0);
  }

  finishAt(n: number): number {
    return this.startAt(n - 1) + 1;
  }
}
