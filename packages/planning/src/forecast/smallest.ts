/**
 * The smallest whole number of `from` to `to` that is enough, by bisection; `null` when not even `to` is. What is enough once stays enough.
 * @example smallestEnough(1, 40, (hours) => hours >= 6) // 6
 */
export function smallestEnough(from: number, to: number, isEnough: (n: number) => boolean): number | null {
  if (to < from || !isEnough(to)) return null;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
