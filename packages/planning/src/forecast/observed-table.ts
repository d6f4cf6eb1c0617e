import { CELLS, type DurationTable, tableFromBorders } from "./duration-table.ts";

/** Something that was seen, and how much it counts (above 0). */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/**
 * The table of what was seen: each value stands in the middle of its own share of the weight, straight lines between neighbours, the lowest and the
 * highest held to the ends. The list may come in any order and must not be empty.
 * @example observedTable([{ value: 1, weight: 1 }, { value: 3, weight: 1 }]).at(0.5) // 2
 */
export function observedTable(seen: readonly Weighted[]): DurationTable {
  const ascending = seen.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
  const total = ascending.reduce((sum, { weight }) => sum + weight, 0);
  const borders = new Float64Array(CELLS + 1);
  const last = ascending.length - 1;
  const valueAt = (i: number) => ascending[Math.min(i, last)]?.value ?? 0;
  const halfShare = (i: number) => (ascending[i]?.weight ?? 0) / total / 2;
  let next = 0;
  let middle = halfShare(0);
  let before = 0;
  for (let i = 0; i <= CELLS; i++) {
    const p = i / CELLS;
    while (next <= last && middle < p) {
      before = middle;
      middle += halfShare(next) + halfShare(next + 1);
      next++;
    }
    const share = next === 0 || next > last ? 1 : (p - before) / (middle - before);
    const from = valueAt(Math.max(next - 1, 0));
    borders[i] = from + (valueAt(next) - from) * share;
  }
  return tableFromBorders(borders);
}
