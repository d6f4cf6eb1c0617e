import { type DurationTable, tableFromBorders } from "./duration-table.ts";

/**
 * How much should each forecaster count, given how badly each has done? In inverse proportion to the square of its mean past pinball loss on the same
 * outcomes, so that one with half the loss counts four times; a forecaster without a loss takes all. Add up to 1.
 *
 * Source: J. M. Bates and C. W. J. Granger, "The combination of forecasts", 1969.
 * @param losses mean pinball losses, one a forecaster; all equal (or none known) = all count the same
 * @example blendWeights([2, 4]) // [0.8, 0.2]
 */
export function blendWeights(losses: readonly number[]): number[] {
  const perfect = losses.filter((loss) => loss <= 0).length;
  if (perfect > 0) return losses.map((loss) => (loss <= 0 ? 1 / perfect : 0));
  const merits = losses.map((loss) => 1 / (loss * loss));
  const total = merits.reduce((sum, merit) => sum + merit, 0);
  return merits.map((merit) => merit / total);
}

/**
 * One forecast out of several: at every share the weighted mean of what they name (Vincent averaging), which keeps the shape that they have in common.
 * @param weights one a table, adding up to 1
 * @example blendTables([byEstimates, byThroughput], blendWeights([2, 4])).at(0.8)
 */
export function blendTables(tables: readonly DurationTable[], weights: readonly number[]): DurationTable {
  const [first] = tables;
  const borders = new Float64Array(first?.borders.length ?? 0);
  tables.forEach((table, i) => {
    const weight = weights[i] ?? 0;
    table.borders.forEach((value, place) => {
      borders[place] = (borders[place] ?? 0) + weight * value;
    });
  });
  return tableFromBorders(borders);
}
