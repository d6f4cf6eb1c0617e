import { expect, test } from "vitest";
import type { ForecastDriver, ForecastMilestone, MilestoneForecast } from "./forecast/plan-forecast.ts";
import type { HealthFacts } from "./health.ts";
import { whyHealth } from "./why-health.ts";

const TODAY = "2026-05-12";
const facts: HealthFacts = {
  state: "active",
  targetOn: "2026-06-12",
  projectPaused: false,
  clientItems: [],
  estimatedCards: 5,
};
const driver = (kind: ForecastDriver["kind"], id: string, days: number): ForecastDriver => ({
  kind,
  id,
  days,
  share: 0.2,
});

function forecast(change: Partial<ForecastMilestone> = {}): MilestoneForecast {
  return {
    id: "m1",
    state: "forecast",
    targetOn: "2026-06-12",
    estimatedCards: 5,
    p5On: "2026-06-01",
    p20On: "2026-06-05",
    p50On: "2026-06-11",
    p80On: "2026-06-19",
    p90On: "2026-06-24",
    p95On: "2026-06-30",
    chance: 0.55,
    criticality: 0.7,
    drivers: [driver("card", "c1", 2), driver("person", "jo", 4), driver("risk", "r1", 1)],
    ...change,
  };
}

test("the late date comes first, then what costs most days, each with what would change it", () => {
  expect(whyHealth(facts, forecast(), TODAY)).toMatchObject({
    word: "at_risk",
    why: [
      {
        because: { code: "safe_date_late", on: "2026-06-19", days: 7 },
        remedies: [{ do: "move_target", on: "2026-06-19" }],
      },
      {
        because: { code: "driver", kind: "person", id: "jo", days: 4 },
        remedies: [{ do: "relieve", personId: "jo" }],
      },
      {
        because: { code: "driver", kind: "card", id: "c1" },
        remedies: [{ do: "look_at_card", cardId: "c1" }],
      },
    ],
  });
});

test.each([
  ["risk", { do: "respond_to_risk", riskId: "x" }],
  ["client", { do: "agree_answer_time", milestoneId: "x" }],
  ["scope", { do: "hold_scope" }],
] as const)("a %s has its own remedy", (kind, remedy) => {
  const { why } = whyHealth(facts, forecast({ drivers: [driver(kind, "x", 3)] }), TODAY);
  expect(why[1]?.remedies).toEqual([remedy]);
});

test("what the client has not answered is to be asked for", () => {
  const waiting = { ...facts, clientItems: [{ id: "i1", askedOn: "2026-05-04", drives: true }] };
  const { word, below, why } = whyHealth(waiting, forecast(), TODAY);
  expect([word, below]).toEqual(["waiting_for_client", "at_risk"]);
  expect(why[0]).toEqual({
    because: { code: "client_item", id: "i1", days: 8 },
    remedies: [{ do: "ask_client", itemId: "i1" }],
  });
});

test("an overdue target can be moved to the safe date once there is one", () => {
  const overdue = { ...facts, targetOn: "2026-05-08" };
  expect(whyHealth(overdue, forecast(), TODAY).why[0]?.remedies).toEqual([
    { do: "move_target", on: "2026-06-19" },
  ]);
  expect(whyHealth(overdue, undefined, TODAY).why).toEqual([
    { because: { code: "overdue", days: 4 }, remedies: [] },
  ]);
});

test("what is missing is said with how much of it", () => {
  const unknown: MilestoneForecast = {
    id: "m1",
    state: "not_enough_data",
    targetOn: null,
    estimatedCards: 1,
  };
  expect(whyHealth({ ...facts, estimatedCards: 1 }, unknown, TODAY).why).toMatchObject([
    { remedies: [{ do: "estimate_cards", count: 2 }] },
  ]);
  expect(whyHealth({ ...facts, targetOn: null }, unknown, TODAY).why).toMatchObject([
    { remedies: [{ do: "set_target" }] },
  ]);
});

test("what is reached or paused hangs on nothing", () => {
  expect(whyHealth({ ...facts, state: "accepted" }, forecast(), TODAY).why).toEqual([
    { because: { code: "reached" }, remedies: [] },
  ]);
  expect(whyHealth({ ...facts, projectPaused: true }, forecast(), TODAY).why).toHaveLength(1);
});

test("on track it says what the date still hangs on", () => {
  const { word, why } = whyHealth(facts, forecast({ p80On: "2026-06-12" }), TODAY);
  expect(word).toBe("on_track");
  expect(why.map(({ because }) => because.code)).toEqual(["in_time", "driver", "driver"]);
});
