/** Looks values up in an ascending list: how many entries are at most `value`? */
export type CountUpTo = (value: number) => number;

/**
 * Divides the range of the list into as many steps of equal width as there are entries and keeps where each begins, so that a look-up
 * costs one multiplication and, for entries that lie about evenly, a step or two. Equal entries and empty lists are allowed.
 * @example countsUpTo(Float64Array.of(3, 5, 9))(5) // 2
 */
export function countsUpTo(ascending: Float64Array): CountUpTo {
  const size = ascending.length;
  const first = ascending[0] ?? 0;
  const last = ascending[size - 1] ?? 0;
  const stepsPerUnit = size / (last - first + 1);
  const stepOf = (value: number) => Math.floor((value - first) * stepsPerUnit);
  const begins = new Int32Array(size + 1);
  for (let i = size - 1, step = size; i >= 0; i--) {
    const own = stepOf(ascending[i] ?? 0);
    while (step > own) begins[step--] = i + 1;
  }
  return (value) => {
    if (value < first) return 0;
    if (value >= last) return size;
    let count = begins[stepOf(value)] ?? 0;
    while ((ascending[count] ?? 0) <= value) count++;
    return count;
  };
}
