import { describe, expect, test } from "vitest";
import { costIndices } from "./cost-indices.ts";
import { earnedSchedule } from "./earned-schedule.ts";

/** To so many printed digits; whole units as they are. */
const printed = (value: number | null, digits: number) => value?.toFixed(digits);

describe("the toy project of the R package PRA, after I. Damnjanovic and K. Reinschmidt, “Data Analytics for Engineering and Construction Project Risk Management”, 2020", () => {
  const curve = [0, 10_000, 20_000, 40_000, 70_000, 100_000];
  const indices = costIndices({ budget: 100_000, planned: 40_000, earned: 35_000, spent: 63_000 });

  test("is late and dear by as much as printed", () => {
    expect(indices).toMatchObject({ scheduleVariance: -5000, costVariance: -28_000 });
    expect(printed(indices.scheduleIndex, 3)).toBe("0.875");
    expect(printed(indices.costIndex, 4)).toBe("0.5556");
    expect(indices.estimateAsPlanned).toBe(128_000);
  });

  test("has earned two periods and three quarters", () => {
    expect(earnedSchedule(curve, 35_000, 3)).toMatchObject({ earned: 2.75, variance: -0.25 });
  });
});

describe("problems from text books on project control", () => {
  test("month 6: PV 500,000, EV 450,000, AC 480,000 of 1,000,000", () => {
    const indices = costIndices({ budget: 1_000_000, planned: 500_000, earned: 450_000, spent: 480_000 });
    expect([indices.costVariance, indices.scheduleVariance]).toEqual([-30_000, -50_000]);
    expect([printed(indices.costIndex, 2), printed(indices.scheduleIndex, 2)]).toEqual(["0.94", "0.90"]);
  });

  test("a single storm: AC 1,100,000, EV 1,000,000 of 2,000,000", () => {
    const indices = costIndices({
      budget: 2_000_000,
      planned: 1_000_000,
      earned: 1_000_000,
      spent: 1_100_000,
    });
    expect(indices.estimateAsPlanned).toBe(2_100_000);
  });

  test("no more budget: EV 2,000,000, AC 2,500,000 of 5,000,000", () => {
    const indices = costIndices({
      budget: 5_000_000,
      planned: 2_000_000,
      earned: 2_000_000,
      spent: 2_500_000,
    });
    expect(printed(indices.toCompleteIndex, 2)).toBe("1.20");
  });

  test("a building: EV 1,500,000, AC 1,800,000 of 5,000,000", () => {
    const indices = costIndices({
      budget: 5_000_000,
      planned: 1_500_000,
      earned: 1_500_000,
      spent: 1_800_000,
    });
    expect(indices).toMatchObject({ estimateAtCompletion: 6_000_000, varianceAtCompletion: -1_000_000 });
  });

  test("half a year: PV 55,000, EV 50,000, AC 45,000 of 100,000", () => {
    const indices = costIndices({ budget: 100_000, planned: 55_000, earned: 50_000, spent: 45_000 });
    expect([indices.scheduleVariance, indices.costVariance]).toEqual([-5000, 5000]);
    expect([printed(indices.scheduleIndex, 2), printed(indices.costIndex, 2)]).toEqual(["0.91", "1.11"]);
    expect(indices.estimateAtCompletion).toBe(90_000);
  });
});

describe("W. Lipke's picture of earned schedule: all of January to May and a part of June, seen at the end of July", () => {
  const curve = [0, 5, 15, 30, 50, 70, 85, 95, 100];

  test("ES = 5 + (EV - PV(May)) / (PV(June) - PV(May)), AT = 7", () => {
    const schedule = earnedSchedule(curve, 76, 7);
    expect(schedule.earned).toBe(5 + (76 - 70) / (85 - 70));
    expect(printed(schedule.variance, 1)).toBe("-1.6");
    expect(printed(schedule.index, 2)).toBe("0.77");
    expect(printed(schedule.duration, 2)).toBe("10.37");
  });

  test("a late project ends with SPI(t) below 1, where SPI says 1", () => {
    expect(earnedSchedule(curve, 100, 10)).toMatchObject({
      earned: 8,
      variance: -2,
      index: 0.8,
      duration: 10,
    });
  });

  test("nothing earned says nothing about the end", () => {
    expect(earnedSchedule(curve, 0, 2)).toMatchObject({
      earned: 0,
      index: 0,
      duration: null,
      toComplete: 8 / 6,
    });
    expect(earnedSchedule(curve, 0, 0).index).toBeNull();
  });
});

test("amounts are rounded half up from exact fractions, however large their products", () => {
  const { estimateAtCompletion, estimateWithDelay } = costIndices({
    budget: 9_007_199_254,
    planned: 3_000_000_001,
    earned: 3_000_000_000,
    spent: 3_000_000_003,
  });
  expect(estimateAtCompletion).toBe(9_007_199_263);
  expect(estimateWithDelay).toBe(9_007_199_265);
  expect(costIndices({ budget: 3, planned: 2, earned: 2, spent: 1 }).estimateAtCompletion).toBe(2);
});
