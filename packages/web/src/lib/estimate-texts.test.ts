import { describe, expect, it } from "vitest";
import { readEstimate } from "./estimate-texts.ts";

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
