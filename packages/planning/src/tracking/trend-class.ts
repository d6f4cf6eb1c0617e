import { type DayPoint, movesOf, theilSen } from "./trend-line.ts";

/**
 * What a milestone's line looks like: `too_short` with fewer than three reports; `steady`; `drifting`, later and later; `see_saw`, back and
 * forth; `frozen_then_jump`, on its date until it could no longer be hidden.
 */
export type TrendClass = "too_short" | "steady" | "drifting" | "see_saw" | "frozen_then_jump";

const ENOUGH_REPORTS = 3;

/** A date that moves by more than this many days a day drifts. */
const DRIFT_SLOPE = 0.1;

/** A jump of fewer days is no late honesty. */
const JUMP_DAYS = 5;

/** @param points oldest first, one a day */
export function classOf(points: readonly DayPoint[]): TrendClass {
  if (points.length < ENOUGH_REPORTS) return "too_short";
  if (movesOf(points).length === 0) return "steady";
  if (isFrozenThenJump(points)) return "frozen_then_jump";
  if (isSeeSaw(points)) return "see_saw";
  return theilSen(points) > DRIFT_SLOPE ? "drifting" : "steady";
}

/** Three or more reports on one date, and the first move, a large one, when two thirds of the time to that date were over. */
function isFrozenThenJump(points: readonly DayPoint[]): boolean {
  const [first] = points;
  const [jump] = movesOf(points);
  if (first === undefined || jump === undefined || jump.days < JUMP_DAYS) return false;
  const frozen = points.filter(({ on }) => on < jump.on).length;
  return frozen >= ENOUGH_REPORTS && 3 * (jump.on - first.on) >= 2 * (first.planned - first.on);
}

/** It turned round at least twice, and came less than half as far as it went. */
function isSeeSaw(points: readonly DayPoint[]): boolean {
  const moves = movesOf(points);
  const turns = moves.filter(({ days }, i) => i > 0 && days > 0 !== (moves[i - 1]?.days ?? 0) > 0).length;
  const net = moves.reduce((sum, { days }) => sum + days, 0);
  const travelled = moves.reduce((sum, { days }) => sum + Math.abs(days), 0);
  return turns >= 2 && 2 * Math.abs(net) <= travelled;
}

/** One change may be a better plan, two an accident; three in a row are a habit. */
const HABIT = 3;

/**
 * Will it be reached later than the date that it names now? Only said when it drifts, was moved later three times and, among its last
 * six moves, never earlier: who corrects a date in small steps has not arrived at the true one yet, who swings around it may be past it.
 */
export function willSlip(points: readonly DayPoint[]): boolean {
  const last = movesOf(points).slice(-2 * HABIT);
  return last.length >= HABIT && last.every(({ days }) => days > 0) && classOf(points) === "drifting";
}

/** The first report at which {@link willSlip} could be said, from what was known then. */
export function firstWarning(points: readonly DayPoint[]): DayPoint | null {
  return points.find((_, i) => willSlip(points.slice(0, i + 1))) ?? null;
}
