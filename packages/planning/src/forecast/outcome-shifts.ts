/** Before so many outcomes nothing is corrected. */
const ENOUGH_TO_CORRECT = 20;

/** For every share that is named, how far its outcomes have moved it so far. */
export interface OutcomeShifts {
  /** How many forecasts have ended, those of the trackers below included. */
  readonly outcomes: number;
  /** By how much each share has been moved so far. */
  readonly shifts: readonly number[];
  /** Tells how a forecast ended: for every share, whether the outcome was at most what was named. */
  learn(held: readonly boolean[]): void;
}

interface Settings {
  /** Ascending, each between 0 and 1. */
  readonly shares: readonly number[];
  /** How far one outcome moves. */
  readonly gain: number;
  /** No share is moved further. */
  readonly furthest: number;
  /** Learns from several kinds of forecasts together; its shifts are added. */
  readonly above?: OutcomeShifts | undefined;
}

/**
 * What the trackers of percentiles have in common: after a miss a share moves up by `gain` times what it names, after a hit down by the rest.
 * `together` answers with its own shifts and those above, or `null` before 20 forecasts have ended.
 * @example outcomeShifts({ shares: [0.8], gain: 0.01, furthest: 0.3 }).together() // null
 */
export function outcomeShifts({
  shares,
  gain,
  furthest,
  above,
}: Settings): OutcomeShifts & { together(): number[] | null } {
  const shifts = shares.map(() => 0);
  let outcomes = 0;
  return {
    shifts,
    get outcomes() {
      return outcomes;
    },
    together: () =>
      (above?.outcomes ?? outcomes) < ENOUGH_TO_CORRECT
        ? null
        : shifts.map((shift, i) => shift + (above?.shifts[i] ?? 0)),
    learn: (held) => {
      outcomes++;
      above?.learn(held);
      shares.forEach((share, i) => {
        const moved = (shifts[i] ?? 0) + gain * (share - (held[i] ? 1 : 0));
        shifts[i] = Math.min(Math.max(moved, -furthest), furthest);
      });
    },
  };
}
