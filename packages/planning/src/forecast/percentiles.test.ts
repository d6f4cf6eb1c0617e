import fc from "fast-check";
import { expect, test } from "vitest";
import { ascendingInts, chanceBy, percentile } from "./percentiles.ts";

const ints = fc.array(fc.integer(), { minLength: 1, maxLength: 200 });

test("whole numbers are put in order, negative ones included", () => {
  fc.assert(
    fc.property(ints, (values) => {
      expect([...ascendingInts(Int32Array.from(values))]).toEqual(values.toSorted((a, b) => a - b));
    }),
  );
});

test("the given list stays as it is", () => {
  const values = Int32Array.of(3, 1, 2);
  ascendingInts(values);
  expect([...values]).toEqual([3, 1, 2]);
});

test.each([
  [0, 10],
  [0.25, 10],
  [0.5, 20],
  [0.75, 30],
  [0.76, 40],
  [1, 40],
])("percentile %d of four samples is %d", (p, value) => {
  expect(percentile(Int32Array.of(10, 20, 30, 40), p)).toBe(value);
});

test("percentiles never fall as the share grows, and their chance is at least the share", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(ints, share, share, (values, one, other) => {
      const ascending = ascendingInts(Int32Array.from(values));
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(percentile(ascending, low)).toBeLessThanOrEqual(percentile(ascending, high));
      expect(chanceBy(ascending, percentile(ascending, high))).toBeGreaterThanOrEqual(high - 1e-8);
    }),
  );
});

test("nobody is done before the first sample", () => {
  expect(chanceBy(Int32Array.of(10, 20), 9)).toBe(0);
  expect(chanceBy(Int32Array.of(10, 20), 10)).toBe(0.5);
  expect(chanceBy(Int32Array.of(10, 20), 99)).toBe(1);
});
