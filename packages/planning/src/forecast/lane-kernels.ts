import { LANES } from "./latin-hypercube.ts";

// The innermost loops of the sampler, each over the 64 lanes of a batch. The larger of two whole numbers is taken without a branch: which one it is
// changes from lane to lane, and a wrong guess of the processor costs more than the arithmetic.

/** Where the durations of a task stand: in lane l it is `values[begin + orders[order + l]]`. */
export interface DrawnDurations {
  values: Int32Array;
  begin: number;
  orders: Uint16Array;
  order: number;
}

/** finish = start + duration */
export function finishAfter(finish: Int32Array, to: number, start: number, drawn: DrawnDurations): void {
  const { values, begin, orders, order } = drawn;
  for (let lane = 0; lane < LANES; lane++)
    finish[to + lane] = start + (values[begin + (orders[order + lane] ?? 0)] ?? 0);
}

/** finish = max(atLeast, finish of a predecessor + lag) + duration */
export function finishAfterOne(
  finish: Int32Array,
  to: number,
  from: number,
  lag: number,
  atLeast: number,
  drawn: DrawnDurations,
): void {
  const { values, begin, orders, order } = drawn;
  for (let lane = 0; lane < LANES; lane++) {
    const start = (finish[from + lane] ?? 0) + lag;
    const above = start - atLeast;
    finish[to + lane] = start - (above & (above >> 31)) + (values[begin + (orders[order + lane] ?? 0)] ?? 0);
  }
}

/** finish = max(what stands there, finish of the last predecessor + lag) + duration */
export function finishAfterLast(
  finish: Int32Array,
  to: number,
  from: number,
  lag: number,
  drawn: DrawnDurations,
): void {
  const { values, begin, orders, order } = drawn;
  for (let lane = 0; lane < LANES; lane++) {
    const start = finish[to + lane] ?? 0;
    const above = start - (finish[from + lane] ?? 0) - lag;
    finish[to + lane] = start - (above & (above >> 31)) + (values[begin + (orders[order + lane] ?? 0)] ?? 0);
  }
}

/** start = max(atLeast, finish of a predecessor + lag) */
export function startAfter(finish: Int32Array, to: number, from: number, lag: number, atLeast: number): void {
  for (let lane = 0; lane < LANES; lane++) {
    const start = (finish[from + lane] ?? 0) + lag;
    const above = start - atLeast;
    finish[to + lane] = start - (above & (above >> 31));
  }
}

/** start = max(start, finish of a predecessor + lag) */
export function startNotBefore(finish: Int32Array, to: number, from: number, lag: number): void {
  for (let lane = 0; lane < LANES; lane++) {
    const start = finish[to + lane] ?? 0;
    const above = start - (finish[from + lane] ?? 0) - lag;
    finish[to + lane] = start - (above & (above >> 31));
  }
}
