const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const PASSES = 3;

/**
 * Whole numbers in ascending order, in a list of their own; the given one stays as it is.
 *
 * Source: radix sort by the lowest digit first; it takes the same few passes whatever the order was.
 * @example ascendingInts(Int32Array.of(3, -1, 2)) // -1, 2, 3
 */
export function ascendingInts(values: Int32Array): Int32Array {
  let from: Int32Array<ArrayBufferLike> = new Int32Array(values);
  let to: Int32Array<ArrayBufferLike> = new Int32Array(values.length);
  const begins = new Int32Array(BUCKETS + 1);
  for (let pass = 0; pass < PASSES; pass++) {
    const shift = pass * DIGIT_BITS;
    begins.fill(0);
    for (const value of from) count(begins, digit(value, shift) + 1);
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      begins[bucket + 1] = at(begins, bucket + 1) + at(begins, bucket);
    for (const value of from) to[count(begins, digit(value, shift))] = value;
    [from, to] = [to, from];
  }
  return from;
}

/**
 * The value within which a share `p` (0 to 1) of the ascending samples lies: the smallest that at least `p` of them do not exceed.
 * @example percentile(Int32Array.of(10, 20, 30, 40), 0.5) // 20
 */
export function percentile(ascending: ArrayLike<number>, p: number): number {
  const rank = Math.ceil(p * ascending.length - 1e-9);
  return ascending[Math.min(Math.max(rank, 1), ascending.length) - 1] ?? Number.NaN;
}

/**
 * The share of the ascending samples that are at most `limit`: the chance to be done by then.
 * @example chanceBy(Int32Array.of(10, 20, 30, 40), 25) // 0.5
 */
export function chanceBy(ascending: ArrayLike<number>, limit: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) <= limit) from = middle + 1;
    else to = middle;
  }
  return from / ascending.length;
}

function digit(value: number, shift: number): number {
  return ((value ^ 0x80000000) >>> shift) & (BUCKETS - 1);
}

function at(values: Int32Array, i: number): number {
  return values[i] ?? 0;
}

/** Adds one and says what was there before. */
function count(values: Int32Array, i: number): number {
  const before = at(values, i);
  values[i] = before + 1;
  return before;
}
