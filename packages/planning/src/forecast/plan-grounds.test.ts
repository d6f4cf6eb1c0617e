import { expect, test } from "vitest";
import { addDays } from "../calendar/civil-date.ts";
import { card, milestone, plan, TODAY } from "../testing/plans.ts";
import {
  type DatePercentiles,
  type EndedMilestone,
  type ForecastHistory,
  type ForecastInput,
  NO_HISTORY,
} from "./plan-forecast.ts";
import { forecastPlan } from "./plan-sampling.ts";

const SAMPLES = 1024;
const cards = ["m1", "m1", "m1", "m1", "m2", "m2", "m2", "m2"].map((milestoneId, i) =>
  card({ id: `c${i}`, milestoneId }),
);
const milestones = [
  milestone({ startOn: null, clientApproval: false }),
  milestone({ id: "m2", startOn: null, clientApproval: false, targetOn: "2026-07-10" }),
];
const base = plan({ cards, milestones, links: [], risks: [], client: null });

function forecastWith(history: Partial<ForecastHistory>, change: Partial<ForecastInput> = {}) {
  const input = {
    plan: base,
    today: TODAY,
    seed: 5,
    samples: SAMPLES,
    history: { ...NO_HISTORY, ...history },
  };
  const forecast = forecastPlan({ ...input, ...change });
  if (!forecast.ok) throw new Error("the plan has no cycle");
  const [first, second] = forecast.milestones;
  if (first?.state !== "forecast" || second?.state !== "forecast") throw new Error("both have dates");
  return { ...forecast, first, second };
}

/** Every Tuesday one card, for ten weeks: the eight that are left take two months. */
const slow = { finishedOn: Array.from({ length: 10 }, (_, i) => addDays(TODAY, -7 * (i + 1))) };

function ended(named: number, byEstimates: number, byPace: number | null): EndedMilestone {
  const dates = (days: number): DatePercentiles => {
    const on = (more: number) => addDays("2026-03-02", days + more);
    return { p5On: on(-2), p20On: on(-1), p50On: on(0), p80On: on(1), p90On: on(2), p95On: on(3) };
  };
  return {
    madeOn: "2026-03-02",
    reachedOn: addDays("2026-03-02", 30),
    named: dates(named),
    byEstimates: dates(byEstimates),
    byPace: byPace === null ? null : dates(byPace),
  };
}

test("without finished work the dates are the estimates' and it says so", () => {
  const { grounds, first } = forecastWith({});
  expect(grounds).toMatchObject({ pace: null, paceShare: 0, compared: 0, reached: 0, corrected: false });
  expect(grounds?.milestones.map(({ id, byPace }) => [id, byPace])).toEqual([
    ["m1", null],
    ["m2", null],
  ]);
  expect(grounds?.milestones[0]?.byEstimates.p80On).toBe(first.p80On);
});

test("a pace stands beside the estimates and moves nothing before it was compared", () => {
  const plain = forecastWith({});
  const { grounds, ...beside } = forecastWith(slow);
  expect(beside.milestones).toEqual(plain.milestones);
  expect(grounds?.pace).toEqual({ cardsPerWeek: 1, weeks: 10 });
  const [first, second] = grounds?.milestones ?? [];
  expect(first?.byPace?.p50On.slice(0, 7)).toBe("2026-06");
  expect((second?.byPace?.p50On ?? "") > (first?.byPace?.p95On ?? "")).toBe(true);
});

test("past losses say how far the dates go towards the pace", () => {
  const plain = forecastWith(slow);
  const good = forecastWith({ ...slow, ended: Array.from({ length: 5 }, () => ended(10, 10, 30)) });
  const bad = forecastWith({ ...slow, ended: Array.from({ length: 5 }, () => ended(30, 30, 80)) });
  const pace = plain.grounds?.milestones[1]?.byPace?.p50On ?? "";
  expect(good.grounds?.paceShare).toBeGreaterThan(0.9);
  expect(good.second.p50On > bad.second.p50On).toBe(true);
  expect(bad.second.p50On >= plain.second.p50On).toBe(true);
  expect(good.second.p50On <= pace).toBe(true);
  expect((good.project?.p50On ?? "") >= good.second.p50On).toBe(true);
  expect(good.grounds?.milestones[1]?.byEstimates).toEqual(plain.grounds?.milestones[1]?.byEstimates);
});

test("dates that never held are named later, with a smaller chance of the target", () => {
  const plain = forecastWith({});
  const late = forecastWith({ ended: Array.from({ length: 30 }, () => ended(10, 10, null)) });
  expect(late.grounds).toMatchObject({ corrected: true, reached: 30, paceShare: 0 });
  expect(late.first.p80On > plain.first.p80On).toBe(true);
  expect(late.first.chance ?? 1).toBeLessThanOrEqual(plain.first.chance ?? 0);
  const { p5On, p20On, p50On, p80On, p90On, p95On } = late.first;
  const named = [p5On, p20On, p50On, p80On, p90On, p95On];
  expect(named).toEqual(named.toSorted());
});

test("work whose window is still to open does not count as done before", () => {
  const later = milestones.map((one) => (one.id === "m2" ? { ...one, startOn: "2026-09-01" } : one));
  const { grounds } = forecastWith(slow, { plan: { ...base, milestones: later } });
  expect((grounds?.milestones[1]?.byPace?.p5On ?? "") >= "2026-09-01").toBe(true);
});

test("the client's answer comes after the last card", () => {
  const asked = milestones.map((one) => ({ ...one, clientApproval: true, signOffDays: 10 }));
  const client = { calendar: null, answerDays: 10, askedForInput: true, inReviews: true };
  const { grounds } = forecastWith(slow, { plan: { ...base, milestones: asked, client } });
  const alone = forecastWith(slow).grounds;
  expect((grounds?.milestones[0]?.byPace?.p50On ?? "") > (alone?.milestones[0]?.byPace?.p50On ?? "")).toBe(
    true,
  );
});

test("the same history gives the same bytes", () => {
  const history = { ...slow, ended: Array.from({ length: 25 }, () => ended(20, 20, 40)) };
  expect(JSON.stringify(forecastWith(history))).toBe(JSON.stringify(forecastWith(history)));
});
