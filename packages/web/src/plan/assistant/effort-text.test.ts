import { expect, it } from "vitest";
import { effortOf, effortText } from "./effort-text.ts";

it.each([
  ["4h", { low: null, likely: 240, high: null }],
  ["90m", { low: null, likely: 90, high: null }],
  ["2h 4h 1d", { low: 120, likely: 240, high: 480 }],
  ["2 / 4 / 8", { low: 120, likely: 240, high: 480 }],
  ["30 min / 1,5 h / 2 h", { low: 30, likely: 90, high: 120 }],
  ["", { low: null, likely: null, high: null }],
])("reads %j", (typed, effort) => expect(effortOf(typed)).toEqual(effort));

it.each(["soon", "4h 2h 8h", "2h 4h", "4h later", "0"])("does not read %j", (typed) => {
  expect(effortOf(typed)).toBeNull();
});

it.each([
  { low: null, likely: 240, high: null },
  { low: 30, likely: 90, high: 120 },
])("reads back what it says of %j", (effort) => expect(effortOf(effortText(effort))).toEqual(effort));
