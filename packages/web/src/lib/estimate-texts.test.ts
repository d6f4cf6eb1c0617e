import { describe, expect, it } from "vitest";
import { estimateLine, readEstimate, readEstimateLine } from "./estimate-texts.ts";

const typed = (low: string, likely: string, high: string) => readEstimate({ low, likely, high });

describe("an estimate as typed", () => {
  it.each([
    [["", "", ""], { low: null, likely: null, high: null }],
    [["", "4h", ""], { low: null, likely: 240, high: null }],
    [["30m", "1h", "2d"], { low: 30, likely: 60, high: 960 }],
    [["1.5", "1.5", "1.5"], { low: 90, likely: 90, high: 90 }],
    [["", "soon", ""], "Likely: write hours or minutes, such as 4h or 30m."],
    [["1h", "", ""], "Say what is likely, too."],
    [["5h", "4h", "6h"], "It goes from low over likely to high."],
    [["1h", "4h", "3h"], "It goes from low over likely to high."],
  ] as const)("%o", ([low, likely, high], found) => expect(typed(low, likely, high)).toEqual(found));
});

it.each([
  ["4h", { low: null, likely: 240, high: null }],
  ["90m", { low: null, likely: 90, high: null }],
  ["2h 4h 1d", { low: 120, likely: 240, high: 480 }],
  ["2 / 4 / 8", { low: 120, likely: 240, high: 480 }],
  ["30 min / 1,5 h / 2 h", { low: 30, likely: 90, high: 120 }],
  ["", { low: null, likely: null, high: null }],
])("reads %j in one line", (typed, estimate) => expect(readEstimateLine(typed)).toEqual(estimate));

it.each(["soon", "4h 2h 8h", "2h 4h", "4h later", "0"])("says why %j is no effort", (typed) => {
  expect(readEstimateLine(typed)).toBeTypeOf("string");
});

it.each([
  { low: null, likely: 240, high: null },
  { low: 30, likely: 90, high: 120 },
])("reads back what it says of %j", (estimate) =>
  expect(readEstimateLine(estimateLine(estimate))).toEqual(estimate),
);
