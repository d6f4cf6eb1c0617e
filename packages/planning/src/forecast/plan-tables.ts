import type { PlanCard } from "../plan.ts";
import { cardDuration } from "./card-duration.ts";
import { CELLS, type DurationTable, fixedTable, scaledTable } from "./duration-table.ts";
import { type EstimateStyle, estimateStyle } from "./estimate-style.ts";
import { observedTable } from "./observed-table.ts";
import type { CardOutcome, ForecastHistory } from "./plan-forecast.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

/** A distribution as numbers: `factor` times the value between two borders. */
export interface Draw {
  readonly borders: Float64Array;
  readonly factor: number;
  /** Share of the distribution that is ruled out: so much has been spent already. */
  readonly from: number;
}

/** Below so many answers of a client the usual spread around its usual days is taken. */
const ENOUGH_ANSWERS = 5;

/** The distributions of one run, each made once: by person, and by estimate. */
export class PlanTables {
  readonly #styles = new Map<string | null, EstimateStyle>();
  readonly #durations = new Map<string, DurationTable>();
  readonly #outcomes: readonly CardOutcome[];
  readonly #answers: readonly number[];

  constructor({ outcomes, answerDays }: ForecastHistory) {
    this.#outcomes = outcomes;
    this.#answers = answerDays;
  }

  /** How one person estimates; `null` for several people or nobody: all outcomes together. */
  styleOf(personId: string | null): EstimateStyle {
    const known = this.#styles.get(personId);
    if (known !== undefined) return known;
    const own = this.#outcomes.filter((outcome) => personId === null || outcome.personId === personId);
    const style = estimateStyle(own);
    this.#styles.set(personId, style);
    return style;
  }

  /** The effort of a card in minutes, given what has been done of it; without an estimate `usual`. */
  effortOf(card: PlanCard, personId: string | null, usual: number): Draw {
    const { low, likely, high, doneMinutes } = card;
    const style = this.styleOf(personId);
    if (low === null && high === null) {
      const estimate = Math.max(1, likely ?? usual);
      const ratios = style.ratiosNear(estimate);
      return {
        borders: ratios.borders,
        factor: likely ?? usual,
        from: spent(ratios, doneMinutes / estimate),
      };
    }
    const key = JSON.stringify([low, likely, high, low === null || high === null ? personId : ""]);
    const table = this.#durations.get(key) ?? cardDuration({ low, likely, high }, style) ?? fixedTable(usual);
    this.#durations.set(key, table);
    return { borders: table.borders, factor: 1, from: spent(table, doneMinutes) };
  }

  /** The client's answer in working days; `said` = this milestone's own. */
  answerOf(said: number | null, usual: number): DurationTable {
    if (said === null && this.#answers.length >= ENOUGH_ANSWERS) {
      return observedTable(this.#answers.map((value) => ({ value, weight: 1 })));
    }
    return scaledTable(POPULATION_SPREAD, said ?? usual);
  }

  /**
   * Working days until an answer comes that has been awaited for `waited`, by the share of the cases; who has been silent for longer
   * than ever seen is as far as on the first day.
   */
  answerLeft(usual: number, waited: number): (u: number) => number {
    const { borders } = this.answerOf(null, usual);
    const from = spent({ borders }, waited);
    if (from >= 1) return (u) => drawAt({ borders, factor: 1, from: 0 }, u);
    return (u) => Math.max(0, drawAt({ borders, factor: 1, from }, u) - waited);
  }
}

/** The value at the share `u` (0 inclusive to 1 exclusive) of what is not ruled out. */
export function drawAt({ borders, factor, from }: Draw, u: number): number {
  const place = (from + u * (1 - from)) * CELLS;
  const cell = place | 0;
  const low = borders[cell] ?? 0;
  return factor * (low + ((borders[cell + 1] ?? low) - low) * (place - cell));
}

/** The share of the distribution below what has been spent. */
function spent({ borders }: Pick<DurationTable, "borders">, value: number): number {
  if (value <= 0) return 0;
  let cell = 0;
  while (cell < CELLS && (borders[cell] ?? 0) < value) cell++;
  return cell / CELLS;
}
