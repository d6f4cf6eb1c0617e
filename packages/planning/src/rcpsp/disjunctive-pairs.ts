import type { Rcpsp } from "./rcpsp.ts";
import type { Narrowing, StartWindows } from "./refutation.ts";

/** Pairs of activities that together take more of some resource than there is: two numbers a pair. */
export function disjunctivePairs({ count, durations, demands, capacities, resources }: Rcpsp): Int32Array {
  const pairs: number[] = [];
  const exceed = (a: number, b: number) =>
    capacities.some(
      (capacity, resource) =>
        (demands[a * resources + resource] ?? 0) + (demands[b * resources + resource] ?? 0) > capacity,
    );
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      if ((durations[a] ?? 0) > 0 && (durations[b] ?? 0) > 0 && exceed(a, b)) pairs.push(a, b);
    }
  }
  return Int32Array.from(pairs);
}

/** Where one of a pair cannot come first, the other does. */
export function narrowPairs(
  { durations }: Rcpsp,
  pairs: Int32Array,
  { earliest, latest }: StartWindows,
): Narrowing {
  let narrower = false;
  const mayPrecede = (a: number, b: number) => (earliest[a] ?? 0) + (durations[a] ?? 0) <= (latest[b] ?? 0);
  const putBefore = (a: number, b: number) => {
    const start = (earliest[a] ?? 0) + (durations[a] ?? 0);
    const last = (latest[b] ?? 0) - (durations[a] ?? 0);
    if (start > (earliest[b] ?? 0)) {
      earliest[b] = start;
      narrower = true;
    }
    if (last < (latest[a] ?? 0)) {
      latest[a] = last;
      narrower = true;
    }
  };
  for (let i = 0; i < pairs.length; i += 2) {
    const [a, b] = [pairs[i] ?? 0, pairs[i + 1] ?? 0];
    const [ab, ba] = [mayPrecede(a, b), mayPrecede(b, a)];
    if (!ab && !ba) return "impossible";
    if (!ba) putBefore(a, b);
    if (!ab) putBefore(b, a);
  }
  return narrower ? "narrower" : "nothing";
}
