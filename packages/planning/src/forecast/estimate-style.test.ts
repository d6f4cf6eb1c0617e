import { describe, expect, it } from "vitest";
import { ENOUGH_OUTCOMES, estimateStyle, type Outcome, recencyWeights } from "./estimate-style.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

function outcomes(ratio: number, n: number): Outcome[] {
  return Array.from({ length: n }, (_, i) => ({ estimate: 60 + i, actual: (60 + i) * ratio }));
}

describe("somebody's estimate style", () => {
  it("is the population's below ten finished cards", () => {
    const style = estimateStyle(outcomes(2, ENOUGH_OUTCOMES - 1));
    expect(style.outcomes).toBe(0);
    expect(style.ratios).toBe(POPULATION_SPREAD);
    expect(style.ratiosNear(60)).toBe(POPULATION_SPREAD);
  });

  it("moves towards what the person's cards took", () => {
    const few = estimateStyle(outcomes(2, 10));
    const many = estimateStyle(outcomes(2, 200));
    expect(few.outcomes).toBe(10);
    expect(few.ratios.at(0.5)).toBeGreaterThan(1);
    expect(many.ratios.at(0.5)).toBeCloseTo(2, 1);
    expect(many.ratios.at(0.2)).toBeGreaterThan(few.ratios.at(0.2));
  });

  it("follows a change: recent cards count more", () => {
    const slower = estimateStyle([...outcomes(1, 300), ...outcomes(2, 300)]);
    const quicker = estimateStyle([...outcomes(2, 300), ...outcomes(1, 300)]);
    expect(slower.ratios.at(0.5)).toBeCloseTo(2, 1);
    expect(quicker.ratios.at(0.5)).toBeCloseTo(1, 1);
  });

  it("looks first at cards of about the same estimate, and at the same kind of work", () => {
    const of = (estimate: number, ratio: number, kind: string) =>
      Array.from({ length: 60 }, () => ({ estimate, actual: estimate * ratio, kind }));
    const style = estimateStyle([...of(60, 2, "text"), ...of(480, 0.5, "text"), ...of(480, 1, "film")]);
    expect(style.ratiosNear(60, "text").at(0.5)).toBeCloseTo(2, 1);
    expect(style.ratiosNear(480, "text").at(0.5)).toBeCloseTo(0.5, 1);
    expect(style.ratiosNear(480, "film").at(0.5)).toBeCloseTo(1, 1);
    expect(style.ratiosNear(0, "film")).toBe(style.ratios);
  });

  it("leaves out cards without an estimate", () => {
    const unusable = [
      { estimate: 0, actual: 90 },
      { estimate: -5, actual: 90 },
      { estimate: 60, actual: -1 },
    ];
    const { ratios, outcomes: n } = estimateStyle([...outcomes(2, 20), ...unusable]);
    expect(n).toBe(20);
    expect(ratios.borders).toEqual(estimateStyle(outcomes(2, 20)).ratios.borders);
  });
});

describe("weights by recency", () => {
  it("halve over the half-life", () => {
    const weights = recencyWeights(9, 4);
    expect([weights[8], weights[4], weights[0]].map((weight) => weight?.toFixed(9))).toEqual([
      "1.000000000",
      "0.500000000",
      "0.250000000",
    ]);
  });
});
