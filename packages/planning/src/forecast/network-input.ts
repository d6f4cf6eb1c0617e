import type { DurationTable } from "./duration-table.ts";

/** Minutes on one axis of time: whole numbers, 0 wherever the caller puts it. */
export type Minute = number;

/** A step of the work: a card, a client's answer, or a milestone (which takes nothing). */
export interface ForecastTask {
  /** Minutes. */
  readonly duration: DurationTable;
  /** It starts when these have finished, and `lag` minutes later (negative = a lead). */
  readonly after?: readonly { readonly task: number; readonly lag?: Minute }[];
  /** It does not start before; 0 when left out. */
  readonly notBefore?: Minute;
  /** What it shares with others, such as its person, its client, a technology. The squares of the loadings add up to at most 1. */
  readonly factors?: readonly FactorLoading[];
  /** What its draws hang on: a number that stays when tasks are added or removed; its place in the list when left out. */
  readonly stream?: number;
}

/** How much a task follows a shared factor: two tasks that both load 0.6 on it correlate with 0.36. */
export interface FactorLoading {
  readonly factor: number;
  /** -1 to 1. */
  readonly loading: number;
}

/** Something that makes tasks longer by chance: a risk, or work that is found later. */
export type Influence = {
  readonly tasks: readonly number[];
  readonly stream?: number;
} & (
  | { readonly addsMinutes: DurationTable }
  /** 1 = as long as without it. */
  | { readonly multipliesBy: DurationTable }
);

export interface NetworkInput {
  readonly tasks: readonly ForecastTask[];
  readonly influences?: readonly Influence[];
}

/** How often to draw, and from which seed. */
export interface Draws {
  /** Rounded up to a multiple of 64. */
  readonly samples: number;
  readonly seed: number;
}
