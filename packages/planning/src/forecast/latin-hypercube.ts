import { createRandom } from "../random.ts";
import { CELLS } from "./duration-table.ts";

/** So many samples are worked on side by side. */
export const LANES = 64;

const ROWS = CELLS / LANES;
const ORDERS = 64;

/**
 * Draws a batch of 64 samples for one stream (a task, a risk, a shared factor): each of the 64 equal parts of the probability once, in random order, and
 * over 16 batches each of the 1,024 cells of a duration table once. A stream's draws depend on the seed, the stream and the batch alone, so that two
 * scenarios with the same seed share them. Places are those of a table packed by `packByLane`.
 *
 * Source: M. D. McKay et al., "A comparison of three methods for selecting values of input variables", 1979.
 */
export interface LatinHypercube {
  /** Random orders of the 64 parts, each twice in a row, so that it may be begun anywhere. */
  readonly orders: Uint16Array;
  /** Where in `orders` the stream begins in this batch: lane l draws part `orders[begin + l]`. */
  orderOf(stream: number, batch: number): number;
  /** The first place of the row of parts from which the stream draws in this batch. */
  rowOf(stream: number, batch: number): number;
  /** Writes the places of all lanes. */
  draw(places: Int32Array, stream: number, batch: number): void;
}

/** @example latinHypercube(7).draw(places, 0, 0) */
export function latinHypercube(seed: number): LatinHypercube {
  const orders = randomOrders(seed);
  const own = (stream: number) => mix(seed + Math.imul(stream, 0x9e3779b1));
  const orderOf = (stream: number, batch: number) => {
    const mixed = mix(own(stream) + Math.imul(batch, 0x85ebca77));
    return (mixed & (ORDERS - 1)) * 2 * LANES + ((mixed >>> 8) & (LANES - 1));
  };
  const rowOf = (stream: number, batch: number) => {
    const hash = own(stream);
    return ((hash + Math.imul(batch, (hash >>> 7) | 1)) & (ROWS - 1)) * LANES;
  };
  const draw = (places: Int32Array, stream: number, batch: number) => {
    const row = rowOf(stream, batch);
    const order = orderOf(stream, batch);
    for (let lane = 0; lane < LANES; lane++) places[lane] = row + (orders[order + lane] ?? 0);
  };
  return { orders, orderOf, rowOf, draw };
}

/** Where `packByLane` puts a cell: part by part side by side, so that a batch reads 64 neighbours. */
export function placeOfCell(cell: number): number {
  return (cell % ROWS) * LANES + Math.floor(cell / ROWS);
}

/** Fills the `CELLS` places from `base` on with a value for each cell, lowest cell first. */
export function packByLane<Values extends Int32Array | Float64Array>(
  packed: Values,
  base: number,
  valueAt: (cell: number) => number,
): Values {
  for (let cell = 0; cell < CELLS; cell++) packed[base + placeOfCell(cell)] = valueAt(cell);
  return packed;
}

function randomOrders(seed: number): Uint16Array {
  const random = createRandom(seed);
  const orders = new Uint16Array(ORDERS * 2 * LANES);
  for (let base = 0; base < orders.length; base += 2 * LANES) {
    const order = orders.subarray(base, base + LANES);
    for (let i = 0; i < LANES; i++) {
      const other = random.below(i + 1);
      order[i] = order[other] ?? 0;
      order[other] = i;
    }
    orders.copyWithin(base + LANES, base, base + LANES);
  }
  return orders;
}

/** Spreads every bit over all of them (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
