import fc from "fast-check";
import { expect, test } from "vitest";
import { fixedTable } from "./duration-table.ts";
import { forecastNetwork } from "./forecast-network.ts";
import { growthInfluence, type Risk, riskInfluence } from "./influences.ts";
import { forecastTargets, SHARES, sampleFinishes } from "./network-forecast.ts";
import type { ForecastTask, NetworkInput } from "./network-input.ts";
import { pertTable, type ThreePoints } from "./pert.ts";

const DRAWS = { samples: 512, seed: 11 };
const SIZE = 6;
const ALL = Array.from({ length: SIZE }, (_, i) => i);

interface Case {
  readonly points: ThreePoints;
  readonly after: readonly { readonly task: number; readonly lag: number }[];
  readonly loading: number;
  readonly notBefore: number;
}

const points: fc.Arbitrary<ThreePoints> = fc
  .tuple(fc.integer({ min: 10, max: 500 }), fc.nat(500), fc.nat(5_000))
  .map(([low, more, most]) => ({ low, likely: low + more, high: low + more + most }));
const cases: fc.Arbitrary<Case[]> = fc.tuple(
  ...ALL.map((i) =>
    fc.record({
      points,
      after: fc.array(
        fc.record({ task: fc.nat(Math.max(i - 1, 0)), lag: fc.integer({ min: -20, max: 200 }) }),
        { maxLength: i === 0 ? 0 : 3 },
      ),
      loading: fc.constantFrom(0, 0.3, 0.8),
      notBefore: fc.nat(300),
    }),
  ),
);
const risks: fc.Arbitrary<Risk> = fc.record({
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
  impact: fc.oneof(fc.record({ minutes: fc.nat(2_000) }), fc.record({ percent: fc.nat(200) })),
  tasks: fc.uniqueArray(fc.nat(SIZE - 1), { minLength: 1 }),
});

function taskOf({ points, after, loading, notBefore }: Case): ForecastTask {
  const factors = loading === 0 ? [] : [{ factor: 0, loading }];
  return { duration: pertTable(points), after, factors, notBefore };
}

function finishes(input: NetworkInput, tasks: readonly number[] = ALL): Int32Array[] {
  const network = forecastNetwork(input);
  if ("ok" in network) throw new Error("a cycle");
  return sampleFinishes(network, DRAWS, tasks);
}

/** In no sample does any step end earlier than it did. */
function expectNotEarlier(after: Int32Array[], before: Int32Array[]): void {
  after.forEach((own, task) => {
    expect(own.every((minute, sample) => minute >= (before[task]?.[sample] ?? 0))).toBe(true);
  });
}

test("a step never ends before its predecessors with their lag, nor before it may start", () => {
  fc.assert(
    fc.property(cases, (plan) => {
      const found = finishes({ tasks: plan.map(taskOf) });
      plan.forEach(({ after, notBefore, points }, task) => {
        for (const [sample, minute] of (found[task] ?? []).entries()) {
          for (const arc of after)
            expect(minute).toBeGreaterThanOrEqual((found[arc.task]?.[sample] ?? 0) + arc.lag);
          expect(minute).toBeGreaterThanOrEqual(notBefore + points.low);
        }
      });
    }),
    { numRuns: 20 },
  );
});

test("a later table never brings any sample forward", () => {
  fc.assert(
    fc.property(cases, fc.nat(SIZE - 1), fc.nat(1_000), (plan, changed, by) => {
      const later = plan.map((own, i) => {
        const { low, likely, high } = own.points;
        return i === changed
          ? { ...own, points: { low: low + by, likely: likely + by, high: high + by } }
          : own;
      });
      expectNotEarlier(finishes({ tasks: later.map(taskOf) }), finishes({ tasks: plan.map(taskOf) }));
    }),
    { numRuns: 50 },
  );
});

test("a more probable risk, or one that costs more, never brings any sample forward", () => {
  fc.assert(
    fc.property(cases, risks, fc.double({ min: 0, max: 1, noNaN: true }), (plan, risk, other) => {
      const tasks = plan.map(taskOf);
      const by = (probability: number) =>
        finishes({ tasks, influences: [riskInfluence({ ...risk, probability })] });
      expectNotEarlier(by(Math.max(risk.probability, other)), by(Math.min(risk.probability, other)));
    }),
    { numRuns: 50 },
  );
});

test("a risk that is removed is one of probability 0, and so is one with a response in force", () => {
  fc.assert(
    fc.property(cases, risks, risks, (plan, kept, removed) => {
      const tasks = plan.map(taskOf);
      const influences = [riskInfluence({ ...kept, stream: 1 })];
      const without = finishes({ tasks, influences });
      const never = riskInfluence({ ...removed, probability: 0, stream: 2 });
      expect(finishes({ tasks, influences: [never, ...influences] })).toEqual(without);
      const answered = riskInfluence({ ...removed, mitigated: true, stream: 2 });
      expect(finishes({ tasks, influences: [...influences, answered] })).toEqual(without);
    }),
    { numRuns: 50 },
  );
});

test("work that grows never ends earlier", () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 2, noNaN: true }), (plan, more) => {
      const tasks = plan.map(taskOf);
      const growth = growthInfluence({ low: 1, likely: 1 + more / 4, high: 1 + more }, ALL);
      expectNotEarlier(finishes({ tasks, influences: [growth] }), finishes({ tasks }));
    }),
    { numRuns: 50 },
  );
});

test("the order of the list changes nothing where streams are named", () => {
  const shuffles = fc.shuffledSubarray(ALL, { minLength: SIZE, maxLength: SIZE });
  fc.assert(
    fc.property(cases, shuffles, (plan, shuffle) => {
      const tasks = plan.map((own, stream) => ({ ...taskOf(own), stream }));
      const placeOf = (task: number) => shuffle.indexOf(task);
      const shuffled = shuffle.flatMap((i) => {
        const own = tasks[i];
        return own
          ? [{ ...own, after: own.after?.map((arc) => ({ ...arc, task: placeOf(arc.task) })) ?? [] }]
          : [];
      });
      expect(finishes({ tasks: shuffled }, ALL.map(placeOf))).toEqual(finishes({ tasks }));
    }),
    { numRuns: 50 },
  );
});

test("finished work does not spread, and what follows starts from it", () => {
  fc.assert(
    fc.property(points, fc.nat(5_000), (open, finishedAt) => {
      const done = { duration: fixedTable(0), notBefore: finishedAt };
      const [first, second] = finishes(
        { tasks: [done, { duration: pertTable(open), after: [{ task: 0 }] }] },
        [0, 1],
      );
      expect(new Set(first)).toEqual(new Set([finishedAt]));
      expect(Math.min(...(second ?? []))).toBeGreaterThanOrEqual(finishedAt + open.low);
    }),
  );
});

test("percentiles rise with their share, and with positive skew the P50 is not before the likely path", () => {
  const skewed = fc
    .tuple(fc.integer({ min: 60, max: 500 }), fc.integer({ min: 60, max: 3_000 }))
    .map(([likely, more]) => ({
      low: Math.round(likely / 2),
      likely,
      high: likely + Math.max(more, likely),
    }));
  fc.assert(
    fc.property(fc.array(skewed, { minLength: 1, maxLength: 8 }), (chain) => {
      const tasks = chain.map((own, i) => ({
        duration: pertTable(own),
        after: i === 0 ? [] : [{ task: i - 1 }],
      }));
      const network = forecastNetwork({ tasks });
      if ("ok" in network) throw new Error("a cycle");
      const [forecast] = forecastTargets(network, DRAWS, [{ task: chain.length - 1 }]);
      const values = Object.keys(SHARES).map(
        (name) => forecast?.percentiles[name as keyof typeof SHARES] ?? 0,
      );
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(forecast?.percentiles.p50).toBeGreaterThanOrEqual(
        chain.reduce((sum, { likely }) => sum + likely, 0),
      );
    }),
  );
});
