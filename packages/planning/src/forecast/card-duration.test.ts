import { describe, expect, it } from "vitest";
import { cardDuration } from "./card-duration.ts";
import { estimateStyle } from "./estimate-style.ts";

const style = estimateStyle([]);
const none = { low: null, likely: null, high: null };

describe("the duration of a card", () => {
  it("spreads one number as the person's style does", () => {
    const table = cardDuration({ ...none, likely: 240 }, style);
    expect(table?.at(0.5)).toBeCloseTo(240, 0);
    expect(table?.at(0.95)).toBeCloseTo(720, 0);
    expect(cardDuration({ ...none, low: 240 }, style)?.at(0.5)).toBeCloseTo(240, 0);
  });

  it("takes three numbers as they are", () => {
    const table = cardDuration({ low: 60, likely: 120, high: 480 }, style);
    expect(table?.at(0)).toBeCloseTo(60, 0);
    expect(table?.at(1)).toBeCloseTo(480, 0);
  });

  it("takes the missing end from the style", () => {
    expect(cardDuration({ ...none, likely: 100, high: 200 }, style)?.at(0)).toBeCloseTo(48.4, 0);
    expect(cardDuration({ ...none, low: 50, likely: 100 }, style)?.at(1)).toBeCloseTo(300, 0);
    expect(cardDuration({ ...none, low: 50, high: 150 }, style)?.at(0.5)).toBeCloseTo(100, 0);
  });

  it("says nothing of a card that is not estimated", () => {
    expect(cardDuration(none, style)).toBeNull();
  });
});
