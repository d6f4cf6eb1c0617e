import { expect, test } from "vitest";
import { exponential, naturalLog } from "./elementary.ts";

test.each([1e-9, 0.3, 0.7, 1, 1.4, 2, Math.E, 1000, 1e12])(
  "naturalLog(%d) agrees with the engine's own",
  (x) => {
    expect(naturalLog(x)).toBeCloseTo(Math.log(x), 12);
  },
);

test.each([-50, -1, -0.1, 0, 0.5, 1, 10, 300])("exponential(%d) agrees with the engine's own", (x) => {
  expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
});

test("exponential goes to 0 and to infinity", () => {
  expect(exponential(-1e6)).toBe(0);
  expect(exponential(1e6)).toBe(Number.POSITIVE_INFINITY);
});
