import { expect, test } from "vitest";
import { ELAPSED } from "../calendar/calendar.ts";
import type { Plan } from "../plan.ts";
import { card, link, milestone, person, plan, TODAY } from "../testing/plans.ts";
import { ascendingInts, percentile } from "./percentiles.ts";
import { NO_HISTORY } from "./plan-forecast.ts";
import { simulatePlan } from "./plan-simulation.ts";
import { POPULATION_SPREAD } from "./population-spread.ts";

const SAMPLES = 8192;
const alone = { low: null, high: null, likely: 1000 };

/** Finishes of the first milestone, in minutes, where everybody works round the clock. */
function finishesOf(change: Partial<Plan>): Int32Array {
  const base = {
    startOn: null,
    calendar: ELAPSED,
    people: [person(), person({ id: "jo" })],
    milestones: [milestone({ startOn: null })],
    links: [],
    risks: [],
    client: null,
  };
  const input = {
    plan: plan({ ...base, ...change }),
    today: TODAY,
    seed: 11,
    samples: SAMPLES,
    history: NO_HISTORY,
  };
  const simulation = simulatePlan(input);
  return ascendingInts((simulation.ok ? simulation.outcomes.finishes[0] : undefined) ?? new Int32Array());
}

function meanOf(values: Int32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test.each([
  [0.5, 1000],
  [0.8, 1450],
  [0.95, 3000],
])("one card alone is spread as actuals of people are: P%d after %i minutes", (p, minutes) => {
  const error = percentile(finishesOf({ cards: [card(alone)] }), p) / minutes - 1;
  expect(Math.abs(error)).toBeLessThan(0.02);
});

test("the later of two independent cards has the square of their chances", () => {
  const finishes = finishesOf({ cards: [card(alone), card({ ...alone, id: "c2", assigneeIds: ["sam"] })] });
  for (const p of [0.5, 0.8, 0.95]) {
    const expected = 1000 * POPULATION_SPREAD.at(Math.sqrt(p));
    expect(Math.abs(percentile(finishes, p) / expected - 1)).toBeLessThan(0.03);
  }
});

test.each([
  ["one person's cards one after the other", {}],
  ["cards of two people that follow each other", { assigneeIds: ["sam"] }],
])("the mean of %s is the sum of their means", (_, change) => {
  const cards = [card(alone), card({ ...alone, id: "c2", ...change })];
  const mean = meanOf(finishesOf({ cards, links: [link({ from: "c1", to: "c2" })] }));
  expect(Math.abs(mean / (2000 * POPULATION_SPREAD.mean) - 1)).toBeLessThan(0.005);
});

test("cards of one person share a part of their luck, so that ten of them vary more than ten independent ones", () => {
  const cards = Array.from({ length: 10 }, (_, i) => card({ ...alone, id: `c${i}` }));
  const shared = finishesOf({ cards });
  const people = cards.map(({ id }) => person({ id }));
  const links = cards.slice(1).map(({ id }, i) => link({ id: `l${i}`, from: `c${i}`, to: id }));
  const own = finishesOf({
    people,
    links,
    cards: cards.map((each) => ({ ...each, assigneeIds: [each.id] })),
  });
  expect(percentile(shared, 0.95)).toBeGreaterThan(percentile(own, 0.95) * 1.02);
  expect(Math.abs(meanOf(shared) / meanOf(own) - 1)).toBeLessThan(0.02);
});
