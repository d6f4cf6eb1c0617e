import { expect, test } from "vitest";
import type { PlanForecast } from "../forecast/plan-forecast.ts";
import { milestone, plan, TODAY } from "../testing/plans.ts";
import { isAchievable } from "./achievable.ts";
import type { Finding } from "./finding.ts";

function forecast(safe: Record<string, string>): PlanForecast {
  const dates = { p5On: TODAY, p20On: TODAY, p50On: TODAY };
  return {
    ok: true,
    today: TODAY,
    seed: 1,
    samples: 2000,
    project: null,
    grounds: null,
    milestones: Object.entries(safe).map(([id, p80On]) => ({
      id,
      state: "forecast",
      targetOn: "2026-05-22",
      estimatedCards: 5,
      ...dates,
      p80On,
      p90On: p80On,
      p95On: p80On,
      chance: 0.8,
      criticality: 0,
      drivers: [],
    })),
  };
}

const two = plan({ milestones: [milestone(), milestone({ id: "m2" })] });
const overbooked: Finding = {
  id: "L7",
  level: "warn",
  subject: { kind: "person", id: "sam" },
  items: [{ kind: "milestone", id: "m2" }],
  blocks: [],
  why: "",
  fix: null,
};

test.each([
  ["every milestone is safe by its target", { m1: "2026-05-22", m2: "2026-05-20" }, [], true],
  ["one is not", { m1: "2026-05-22", m2: "2026-05-25" }, [], false],
  ["one is not forecast", { m1: "2026-05-22" }, [], null],
  ["one is late, whatever the others are", { m1: "2026-05-25" }, [], false],
  ["somebody is overbooked for one", { m1: "2026-05-22", m2: "2026-05-20" }, [overbooked], false],
])("when %s", (_, safe, findings, expected) => {
  expect(isAchievable("o1", two, forecast(safe), findings)).toBe(expected);
});

test.each([
  ["nothing serves it", plan({ milestones: [milestone({ objectiveIds: [] })] })],
  ["what serves it was dropped", plan({ milestones: [milestone({ state: "dropped" })] })],
  ["a target is missing", plan({ milestones: [milestone({ targetOn: null })] })],
])("nothing is said when %s", (_, on) => {
  expect(isAchievable("o1", on, forecast({ m1: "2026-05-20" }), [])).toBeNull();
});

test("what is reached asks for no forecast, and a minor milestone serves with its phase", () => {
  const reached = plan({ milestones: [milestone({ state: "accepted", reachedOn: "2026-05-10" })] });
  expect(isAchievable("o1", reached, null, [])).toBe(true);
  const minor = milestone({ id: "m2", parentId: "m1", objectiveIds: [] });
  const phased = plan({ milestones: [milestone(), minor] });
  expect(isAchievable("o1", phased, forecast({ m1: "2026-05-20", m2: "2026-06-20" }), [])).toBe(false);
});
