/** A table divides the probability into so many cells of equal width. */
export const CELLS = 1024;

/** Beyond the last border a distribution without end is cut here: the mean of its last cell stays nearly what it is. */
const FIRST_SHARE = 1 / (8 * CELLS);

/**
 * How long something takes, or how actual compares with estimate, as a distribution: its inverse distribution function at the borders of
 * `CELLS` equal cells of probability, straight lines between them. Never falls.
 */
export interface DurationTable {
  /** The value that a share `p` (0 to 1) of all outcomes does not exceed. */
  at(p: number): number;
  readonly mean: number;
  /** The value at p = i / CELLS for i = 0 ... CELLS. Not to be written. */
  readonly borders: Float64Array;
}

/**
 * The table of a distribution given by its inverse distribution function, asked for shares above 0 and below 1. Where the function falls, the
 * value before holds.
 * @example tableOf((p) => 60 + 120 * p).at(0.5) // evenly between 60 and 180: 120
 */
export function tableOf(quantile: (p: number) => number): DurationTable {
  const borders = new Float64Array(CELLS + 1);
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= CELLS; i++) {
    const p = Math.min(Math.max(i / CELLS, FIRST_SHARE), 1 - FIRST_SHARE);
    highest = Math.max(highest, quantile(p));
    borders[i] = highest;
  }
  return tableFromBorders(borders);
}

/** The table of something that takes always the same. @example fixedTable(60).at(0.95) // 60 */
export function fixedTable(value: number): DurationTable {
  return tableFromBorders(new Float64Array(CELLS + 1).fill(value));
}

/** Every value of the table times `factor` (0 or more). @example scaledTable(ratios, 240).at(0.5) // minutes */
export function scaledTable(table: DurationTable, factor: number): DurationTable {
  return tableFromBorders(table.borders.map((value) => value * factor));
}

/** Takes over borders that do not fall, `CELLS` + 1 of them. */
export function tableFromBorders(borders: Float64Array): DurationTable {
  let sum = ((borders[0] ?? 0) + (borders[CELLS] ?? 0)) / 2;
  for (let i = 1; i < CELLS; i++) sum += borders[i] ?? 0;
  return { borders, mean: sum / CELLS, at: (p) => interpolate(borders, p) };
}

function interpolate(borders: Float64Array, p: number): number {
  const place = Math.min(Math.max(p, 0), 1) * CELLS;
  const cell = Math.min(Math.floor(place), CELLS - 1);
  const from = borders[cell] ?? 0;
  return from + ((borders[cell + 1] ?? 0) - from) * (place - cell);
}
