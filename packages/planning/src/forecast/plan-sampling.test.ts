import { expect, test } from "vitest";
import { daysBetween } from "../calendar/civil-date.ts";
import type { Plan, PlanCard } from "../plan.ts";
import { card, client, link, milestone, person, plan, risk, TODAY } from "../testing/plans.ts";
import { type ForecastHistory, type ForecastMilestone, NO_HISTORY } from "./plan-forecast.ts";
import { forecastPlan } from "./plan-sampling.ts";

const quiet = { risks: [], startOn: null, client: null };

function forecast(change: Partial<Plan>, { seed = 7, history = NO_HISTORY, today = TODAY } = {}) {
  const result = forecastPlan({ plan: plan({ ...quiet, ...change }), today, seed, samples: 1000, history });
  if (!result.ok) throw new Error(result.code);
  return result;
}

function dates(change: Partial<Plan>, id = "m1", history: ForecastHistory = NO_HISTORY): ForecastMilestone {
  const found = forecast(change, { history }).milestones.find((each) => each.id === id);
  if (found?.state !== "forecast") throw new Error(`${id}: ${found?.state}`);
  return found;
}

function cardsOf(n: number, change: (i: number) => Partial<PlanCard> = () => ({})): PlanCard[] {
  return Array.from({ length: n }, (_, i) => card({ id: `c${i}`, position: `a${i}`, ...change(i) }));
}

test("likely, safe and nearly certain dates come one after the other, from today on", () => {
  const { p5On, p20On, p50On, p80On, p90On, p95On } = dates({ cards: cardsOf(5) });
  const inOrder = [TODAY, p5On, p20On, p50On, p80On, p90On, p95On];
  expect(inOrder).toEqual([...inOrder].sort((a, b) => (a < b ? -1 : 1)));
  expect(p95On > p50On).toBe(true);
});

test("the chance agrees with the dates", () => {
  const { p80On, p50On } = dates({ cards: cardsOf(5) });
  const at = (targetOn: string) =>
    dates({ cards: cardsOf(5), milestones: [milestone({ targetOn })] }).chance ?? 0;
  expect(at(p80On)).toBeGreaterThanOrEqual(0.8);
  expect(at(p50On)).toBeGreaterThanOrEqual(0.5);
  expect(at("2026-05-12")).toBe(0);
});

test("below three estimated cards nothing is said, and a reached milestone needs no forecast", () => {
  const milestones = [milestone(), milestone({ id: "m2", state: "accepted", reachedOn: "2026-05-08" })];
  const { milestones: forecasts, project } = forecast({ milestones, links: [], cards: cardsOf(2) });
  expect(forecasts).toEqual([
    { id: "m1", targetOn: "2026-05-22", estimatedCards: 2, state: "not_enough_data" },
    { id: "m2", targetOn: "2026-05-22", estimatedCards: 0, state: "reached", reachedOn: "2026-05-08" },
  ]);
  expect(project).toBeNull();
});

test("what the client was asked for holds its milestone up, the less the longer it is ago", () => {
  const cards = cardsOf(3, () => ({ place: "done", doneOn: "2026-05-11" }));
  const asked = (askedOn: string) => {
    const item = { id: "i1", kind: "request" as const, title: "", milestoneId: "m1", askedOn, dueOn: null };
    return dates({ cards, clientItems: [item] });
  };
  const today = asked(TODAY);
  expect(today.p80On > TODAY).toBe(true);
  expect(today.drivers).toMatchObject([{ kind: "request", id: "i1" }]);
  expect(asked("2026-05-08").p80On <= today.p80On).toBe(true);
  // Silent beyond all that was ever seen: as far as on the first day.
  expect(asked("2025-05-08").p50On).toBe(today.p50On);
});

test("work that is done has no variance: what is left is the client's answer", () => {
  const cards = cardsOf(3, () => ({ place: "done", doneOn: "2026-05-11" }));
  const { p5On, p95On, drivers } = dates({ cards });
  expect([p5On, p95On, drivers]).toEqual([TODAY, TODAY, []]);
  const waiting = dates({ cards, client: client() });
  expect(waiting.p95On > waiting.p50On).toBe(true);
  expect(waiting.drivers).toMatchObject([{ kind: "client", id: "m1" }]);
});

test("one person does one thing at a time in every future", () => {
  const people = [person(), person({ id: "jo" }), person({ id: "mira" })];
  const together = dates({ people, cards: cardsOf(6) });
  const apart = dates({ people, cards: cardsOf(6, (i) => ({ assigneeIds: [people[i % 3]?.id ?? ""] })) });
  expect(together.p50On > apart.p50On).toBe(true);
});

test("paths that merge are later than each of them", () => {
  const people = ["a", "b", "c", "d"].map((id) => person({ id }));
  const cards = cardsOf(12, (i) => ({
    low: null,
    high: null,
    likely: 960,
    assigneeIds: [people[i % 4]?.id ?? ""],
  }));
  const alone = dates({ people, cards: cards.filter((_, i) => i % 4 === 0) });
  expect(dates({ people, cards }).p50On > alone.p50On).toBe(true);
});

test("the same seed gives the same bytes, whatever the order of the plan", () => {
  const cards = cardsOf(6);
  const one = forecast({ cards, risks: [risk()] });
  const turned = plan({
    ...quiet,
    cards: [...cards].reverse(),
    risks: [risk()],
    people: [...plan().people].reverse(),
  });
  const two = forecastPlan({ plan: turned, today: TODAY, seed: 7, samples: 1000, history: NO_HISTORY });
  expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  expect(forecast({ cards }, { seed: 8 })).not.toEqual(forecast({ cards }));
});

test("no risk is the same as a risk without a chance, and a likelier one is later", () => {
  const cards = cardsOf(4);
  const without = forecast({ cards });
  expect(forecast({ cards, risks: [risk({ chance: 0 })] })).toEqual(without);
  const likely = dates({
    cards,
    risks: [risk({ chance: 60, impactLow: 2400, impactLikely: 2400, impactHigh: 2400 })],
  });
  expect(likely.p80On > dates({ cards }).p80On).toBe(true);
  expect(likely.drivers[0]).toMatchObject({ kind: "risk", id: "r1" });
});

test("the card that varies most is named first", () => {
  const cards = cardsOf(3, (i) =>
    i === 1 ? { low: 60, likely: 960, high: 9600 } : { low: 470, likely: 480, high: 490 },
  );
  expect(dates({ cards }).drivers[0]).toMatchObject({ kind: "card", id: "c1" });
});

test("of many cards that share their person's luck none is said to cost more than it could itself", () => {
  const cards = cardsOf(80, () => ({ low: null, likely: 240, high: null }));
  const { drivers, p50On, p95On } = dates({ cards });
  expect(daysBetween(p50On, p95On)).toBeGreaterThan(5);
  const own = drivers.filter(({ kind }) => kind === "card");
  expect(own.length).toBeGreaterThan(0);
  for (const { days } of own) expect(days).toBeLessThan(3);
});

test("somebody whose cards took twice as long is forecast to take twice as long again", () => {
  const cards = cardsOf(5, () => ({ low: null, high: null }));
  const outcomes = Array.from({ length: 60 }, () => ({ personId: "jo", estimate: 100, actual: 200 }));
  expect(dates({ cards }, "m1", { ...NO_HISTORY, outcomes }).p50On > dates({ cards }).p50On).toBe(true);
});

test("work that kept growing is forecast to grow", () => {
  const weeks = Array.from({ length: 8 }, (_, i) => ({ done: 4, added: i % 3 }));
  const grown = dates({ cards: cardsOf(10) }, "m1", { ...NO_HISTORY, weeks });
  expect(grown.p50On > dates({ cards: cardsOf(10) }).p50On).toBe(true);
});

test("what comes later on the way to the end is critical in the end", () => {
  const milestones = [milestone(), milestone({ id: "m2", startOn: "2026-05-13" }), milestone({ id: "side" })];
  const cards = [
    ...cardsOf(3),
    ...cardsOf(3, (i) => ({ id: `d${i}`, milestoneId: "m2" })),
    ...cardsOf(3, (i) => ({
      id: `s${i}`,
      milestoneId: "side",
      likely: 15,
      low: 10,
      high: 20,
      assigneeIds: ["sam"],
    })),
  ];
  const { milestones: forecasts } = forecast({ milestones, cards, links: [link()] });
  expect(forecasts).toMatchObject([{ criticality: 1 }, { criticality: 1 }, { criticality: 0 }]);
});

test("a cycle is refused", () => {
  const links = [link({ from: "c1", to: "c2" }), link({ id: "l2", from: "c2", to: "c1" })];
  const input = { plan: plan({ links }), today: TODAY, seed: 1, samples: 10, history: NO_HISTORY };
  expect(forecastPlan(input)).toMatchObject({ ok: false, code: "cycle" });
});
