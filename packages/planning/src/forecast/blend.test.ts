import { expect, test } from "vitest";
import { blendTables, blendWeights } from "./blend.ts";
import { fixedTable, tableOf } from "./duration-table.ts";

test.each([
  [
    [2, 4],
    [0.8, 0.2],
  ],
  [
    [3, 3],
    [0.5, 0.5],
  ],
  [
    [0, 4],
    [1, 0],
  ],
  [[7], [1]],
])("past losses of %j weigh %j", (losses, weights) => {
  blendWeights(losses).forEach((weight, i) => {
    expect(weight).toBeCloseTo(weights[i] ?? 0, 12);
  });
});

test("a blend lies between its parts, share by share", () => {
  const blend = blendTables([tableOf((p) => 100 * p), fixedTable(10)], [0.25, 0.75]);
  expect(blend.at(0.8)).toBeCloseTo(27.5, 6);
  expect(blend.mean).toBeCloseTo(20, 6);
});
