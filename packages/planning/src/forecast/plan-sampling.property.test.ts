import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpenMilestone, type Plan } from "../plan.ts";
import { risk, TODAY } from "../testing/plans.ts";
import { randomPlans } from "../testing/random-plans.ts";
import { type ForecastInput, NO_HISTORY } from "./plan-forecast.ts";
import { forecastPlan } from "./plan-sampling.ts";
import { simulatePlan } from "./plan-simulation.ts";

const FEW = { numRuns: 40 };
const SAMPLES = 150;

function inputOf(plan: Plan): ForecastInput {
  return { plan, today: TODAY, seed: 5, samples: SAMPLES, history: NO_HISTORY };
}

/** Finishes in each sample, by open milestone; a plan with a cycle is left out. */
function finishesOf(plan: Plan): readonly Int32Array[] {
  const simulation = simulatePlan(inputOf(plan));
  fc.pre(simulation.ok);
  return simulation.outcomes.finishes;
}

/** Where a link holds a finish, shorter work begins later: what follows its start then moves the other way. */
const FROM_STARTS = randomPlans({ kinds: ["FS", "SS"] });

function eachPlan(check: (plan: Plan) => void, plans = randomPlans()): void {
  fc.assert(fc.property(plans, check), FEW);
}

test("dates come in order, none before today, and the same seed gives the same bytes", () => {
  eachPlan((plan) => {
    const result = forecastPlan(inputOf(plan));
    fc.pre(result.ok);
    for (const each of result.milestones) {
      if (each.state !== "forecast") continue;
      const dates = [TODAY, each.p5On, each.p20On, each.p50On, each.p80On, each.p90On, each.p95On];
      expect(dates).toEqual(dates.toSorted((a, b) => (a < b ? -1 : 1)));
    }
    expect(JSON.stringify(forecastPlan(inputOf(plan)))).toBe(JSON.stringify(result));
  });
});

test("in no future does anything end after the end of the plan", () => {
  eachPlan((plan) => {
    const simulation = simulatePlan(inputOf(plan));
    fc.pre(simulation.ok);
    const { finishes, end } = simulation.outcomes;
    for (const own of finishes) expect(own.every((finish, s) => finish <= (end[s] ?? 0))).toBe(true);
  });
});

test("in no future is a milestone reached before what it follows", () => {
  eachPlan((plan) => {
    const finishes = finishesOf(plan);
    const open = plan.milestones.filter(isOpenMilestone).map(({ id }) => id);
    for (const { from, to, kind } of plan.links) {
      const [before, after] = [finishes[open.indexOf(from)], finishes[open.indexOf(to)]];
      if (kind !== "FS" || before === undefined || after === undefined) continue;
      expect(after.every((finish, i) => finish >= (before[i] ?? 0))).toBe(true);
    }
  });
});

test("a likelier risk makes no milestone earlier in any future, and no risk is one without a chance", () => {
  eachPlan((plan) => {
    const at = (chance: number) => finishesOf({ ...plan, risks: [risk({ chance })] });
    const [none, some, sure] = [at(0), at(40), at(100)];
    expect(finishesOf({ ...plan, risks: [] })).toEqual(none);
    for (const [i, finishes] of some.entries()) {
      expect(finishes.every((finish, s) => finish >= (none[i]?.[s] ?? 0))).toBe(true);
      expect(finishes.every((finish, s) => finish <= (sure[i]?.[s] ?? 0))).toBe(true);
    }
  });
});

test("work that takes longer in every future makes nothing earlier as long as the order stays", () => {
  eachPlan((plan) => {
    const before = finishesOf(plan);
    const slower = { ...NO_HISTORY, weeks: Array.from({ length: 5 }, () => ({ done: 4, added: 1 })) };
    const grown = simulatePlan({ ...inputOf(plan), history: slower });
    fc.pre(grown.ok);
    for (const [i, finishes] of grown.outcomes.finishes.entries()) {
      expect(finishes.every((finish, s) => finish >= (before[i]?.[s] ?? 0))).toBe(true);
    }
  }, FROM_STARTS);
});

test("raising a high value lowers neither the mean nor the P80 nor the P95", () => {
  fc.assert(
    fc.property(FROM_STARTS, fc.nat(7), (plan, n) => {
      const raise = (factor: number) => ({
        ...plan,
        cards: plan.cards.map((card, i) =>
          i === n ? { ...card, low: card.likely, high: Math.floor((card.likely ?? 0) * factor) } : card,
        ),
      });
      const [before, after] = [finishesOf(raise(2)), finishesOf(raise(3))];
      for (const [i, finishes] of before.entries()) {
        const higher = after[i] ?? new Int32Array(SAMPLES);
        expect(sum(higher)).toBeGreaterThanOrEqual(sum(finishes));
        for (const p of [0.8, 0.95])
          expect(quantile(higher, p)).toBeGreaterThanOrEqual(quantile(finishes, p));
      }
    }),
    FEW,
  );
});

test("finished work has no variance", () => {
  eachPlan((plan) => {
    const done = plan.cards.map((card) => ({ ...card, place: "done" as const }));
    const finishes = finishesOf({ ...plan, cards: done, client: null, risks: [] });
    for (const own of finishes) expect(new Set(own).size).toBe(1);
  });
});

test("the order of a plan changes no future", () => {
  eachPlan((plan) => {
    const turned = {
      ...plan,
      cards: plan.cards.toReversed(),
      people: plan.people.toReversed(),
      links: plan.links.toReversed(),
      risks: plan.risks.toReversed(),
    };
    expect(finishesOf(turned)).toEqual(finishesOf(plan));
  });
});

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function quantile(values: Int32Array, p: number): number {
  return values.toSorted()[Math.floor(p * (values.length - 1))] ?? 0;
}
