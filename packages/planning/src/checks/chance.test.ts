import { expect, test } from "vitest";
import type { ForecastMilestone, MilestoneForecast, PlanForecast } from "../forecast/plan-forecast.ts";
import { milestone, plan, TODAY } from "../testing/plans.ts";
import { applyFix } from "./apply-fix.ts";
import { checkPlan } from "./check-plan.ts";

const dates = { p5On: "2026-05-15", p20On: "2026-05-18", p50On: "2026-05-20", p90On: "2026-06-03" };

function own(change: Partial<ForecastMilestone> = {}): ForecastMilestone {
  return {
    id: "m1",
    state: "forecast",
    targetOn: "2026-05-22",
    estimatedCards: 5,
    ...dates,
    p80On: "2026-05-29",
    p95On: "2026-06-08",
    chance: 0.31,
    criticality: 1,
    drivers: [],
    ...change,
  };
}

function found(one: MilestoneForecast, change: Parameters<typeof milestone>[0] = {}) {
  const forecast: PlanForecast = {
    ok: true,
    today: TODAY,
    seed: 1,
    samples: 2000,
    milestones: [one],
    project: null,
    grounds: null,
  };
  const { findings, skipped } = checkPlan(plan({ milestones: [milestone(change)] }), TODAY, {}, forecast);
  expect(skipped).toEqual([]);
  return findings.filter(({ id }) => id === "L6");
}

test.each([
  [0.004, "error", "under 1 %"],
  [0.31, "error", "31 %"],
  [0.5, "warn", "50 %"],
  [0.79, "warn", "79 %"],
])("a chance of %s is %s", (chance, level, words) => {
  const [finding] = found(own({ chance }));
  expect(finding).toMatchObject({ level, subject: { kind: "milestone", id: "m1" }, blocks: [] });
  expect(finding?.why).toContain(`a chance of ${words}`);
});

test.each([
  ["a safe date", own({ chance: 0.8 }), {}],
  ["no target", own({ targetOn: null, chance: null }), { targetOn: null }],
  ["a target that has moved since", own({ targetOn: "2026-05-21" }), {}],
  ["a reached milestone", own(), { state: "accepted", reachedOn: "2026-05-20" } as const],
  [
    "too little data",
    { id: "m1", state: "not_enough_data", targetOn: "2026-05-22", estimatedCards: 1 } as const,
    {},
  ],
])("%s is left alone", (_, one, change) => {
  expect(found(one, change)).toEqual([]);
});

test("the offer is the safe date, else the question what else could give", () => {
  expect(found(own())[0]?.fix).toEqual({
    kind: "set_dates",
    changes: [{ milestoneId: "m1", targetOn: "2026-05-29" }],
  });
  expect(found(own(), { startOn: "2026-06-01", targetOn: "2026-05-22" })[0]?.fix).toMatchObject({
    kind: "ask",
  });
});

test("what follows moves along where the safe date alone would break a link", () => {
  const forecast: PlanForecast = {
    ok: true,
    today: TODAY,
    seed: 1,
    samples: 2000,
    milestones: [own()],
    project: null,
    grounds: null,
  };
  const fix = checkPlan(plan(), TODAY, {}, forecast).findings.find(({ id }) => id === "L6")?.fix;
  expect(fix).toEqual({
    kind: "set_dates",
    changes: [
      { milestoneId: "m1", startOn: "2026-05-11", targetOn: "2026-05-29" },
      { milestoneId: "m2", startOn: "2026-06-01", targetOn: "2026-06-19" },
    ],
  });
  const mended = fix ? checkPlan(applyFix(plan(), fix), TODAY).findings : [];
  expect(mended.filter(({ level }) => level === "error")).toEqual([]);
});

test("taking the offer leaves nothing to say, once it is forecast for the new day", () => {
  expect(found(own({ targetOn: "2026-05-29", chance: 0.8 }), { targetOn: "2026-05-29" })).toEqual([]);
});
