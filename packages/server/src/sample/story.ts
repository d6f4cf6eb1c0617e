import { addDays, toEpochDay, weekdayOf } from "@milepost/planning";
import { Temporal } from "temporal-polyfill";
import type { Actor } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";

export type Hero = "mia" | "ben" | "lena";

interface Step {
  at: number;
  by: Hero;
  act: (scope: Scope) => Promise<unknown>;
}

/** The day on which the story ends, counted from the Monday on which the project began: a Thursday, with a review. */
export const LAST_DAY = 45;
const THURSDAY = 3;

/** Things that happened, told in any order and then done in the order of time, each in the name of its hero. */
export class Story {
  readonly #scope: Scope;
  readonly #zone: string;
  readonly #today: string;
  readonly #monday: string;
  readonly #actors: Readonly<Record<Hero, Actor>>;
  readonly #steps: Step[] = [];

  constructor(scope: Scope, zone: string, today: string, actors: Readonly<Record<Hero, Actor>>) {
    this.#scope = scope;
    this.#zone = zone;
    this.#today = today;
    // The last Thursday that is over: whenever the sample is looked at, the next review is today or still ahead.
    const over = ((weekdayOf(toEpochDay(today)) - THURSDAY + 6) % 7) + 1;
    this.#monday = addDays(today, -over - LAST_DAY);
    this.#actors = actors;
  }

  /** The civil date this many days after the first Monday. */
  day(offset: number): string {
    return addDays(this.#monday, offset);
  }

  /** The working day this many working days after today. */
  soon(days: number): string {
    let day = this.#today;
    for (let left = days; left > 0; ) {
      day = addDays(day, 1);
      if (weekdayOf(toEpochDay(day)) < 5) left--;
    }
    return day;
  }

  at(offset: number, hour: number, by: Hero, act: Step["act"]): void {
    this.#steps.push({ at: this.#instant(offset, hour), by, act });
  }

  async tell(): Promise<void> {
    const inOrder = this.#steps.map((step, n) => ({ ...step, n })).sort((a, b) => a.at - b.at || a.n - b.n);
    for (const { at, by, act } of inOrder) await act(this.#scopeOf(at, by));
  }

  /** As if it were then, and as if they were at work. */
  scopeAt(offset: number, hour: number, by: Hero): Scope {
    return this.#scopeOf(this.#instant(offset, hour), by);
  }

  #scopeOf(at: number, by: Hero): Scope {
    return { ...this.#scope, actor: this.#actors[by], now: new Date(at) };
  }

  /** Hours with a fraction: 9.5 is half past nine. */
  #instant(offset: number, hour: number): number {
    const time = Temporal.PlainTime.from({ hour: Math.floor(hour), minute: Math.round((hour % 1) * 60) });
    return Temporal.PlainDate.from(this.day(offset)).toZonedDateTime({
      timeZone: this.#zone,
      plainTime: time,
    }).epochMilliseconds;
  }
}
