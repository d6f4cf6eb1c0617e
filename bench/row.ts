/** One measured figure; `goal` is what we hold ourselves to, `floor` the same work without Milepost. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly floor?: number;
  /** Draws of the calibration loop that fit into the same time: comparable between machines. */
  readonly draws?: number;
  readonly goal?: string;
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function printRows(rows: readonly Row[]): void {
  for (const { name, value, unit, floor, draws, goal, note } of rows) {
    const figure = `${number(value)} ${unit}`.padStart(16);
    const beside =
      floor === undefined ? drawsOf(draws) : `floor ${number(floor)} (x${number(value / floor)})`;
    console.log(
      `${name.padEnd(58)} ${figure}  ${beside.padEnd(26)} ${goal ? `goal ${goal}` : ""} ${note ?? ""}`.trimEnd(),
    );
  }
}

function drawsOf(draws: number | undefined): string {
  return draws === undefined ? "" : `= ${number(draws)} draws`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) return "-";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return value.toPrecision(3);
}
