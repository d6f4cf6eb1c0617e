import fc from "fast-check";
import { expect, test } from "vitest";
import { Ascending } from "./ascending.ts";

test("it counts what a plain count finds, between, on and beyond the entries", () => {
  const entry = fc.integer({ min: -40, max: 400 });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), fc.array(entry), (entries, values) => {
      const ascending = Float64Array.from(entries).sort((a, b) => a - b);
      const list = new Ascending(ascending);
      for (const value of [...entries, ...values, -1e9, 1e9]) {
        expect(list.upTo(value)).toBe(entries.filter((each) => each <= value).length);
      }
    }),
  );
});

test("entries far apart and close together are counted alike", () => {
  const list = new Ascending(Float64Array.of(0, 1, 2, 3, 1_000_000, 1_000_000, 2_000_000));
  expect([-1, 0, 3, 999_999, 1_000_000, 1_999_999, 2_000_000].map((value) => list.upTo(value))).toEqual([
    0, 1, 4, 4, 6, 6, 7,
  ]);
});

test("an empty list holds nothing", () => {
  expect(new Ascending(new Float64Array()).upTo(5)).toBe(0);
});
