import { expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { scoreForecasts } from "./rolling-forecast.ts";
import { rollSlips } from "./rolling-slips.ts";
import { rollTasks } from "./rolling-tasks.ts";
import { rollThroughput } from "./rolling-throughput.ts";

/** Tasks of a person whose big tasks take half of the estimate and whose small ones take double, a day each. */
function pastTasks(n: number) {
  const random = createRandom(6);
  return Array.from({ length: n }, (_, i) => {
    const estimate = random.below(2) === 0 ? 60 : 480;
    const ratio = (estimate === 60 ? 2 : 0.5) * (0.6 + random.fraction());
    return { estimatedOn: i, finishedOn: i + 1, estimate, actual: Math.round(estimate * ratio) };
  });
}

test("scores count what held, and compare losses", () => {
  const score = scoreForecasts([
    { actual: 10, forecast: [10, 12, 20], bootstrap: [20, 20, 20], estimate: 5 },
    { actual: 30, forecast: [20, 29, 40], bootstrap: [40, 40, 40], estimate: 5 },
  ]);
  expect(score).toMatchObject({ forecasts: 2, coverage: [0.5, 0.5, 1], bootstrapCoverage: [1, 1, 1] });
  expect(score?.pinball.forecast).toBeCloseTo((0 + 0.4 + 0.5 + 5 + 0.8 + 0.5) / 6, 9);
  expect(score?.gain.overEstimate).toBeGreaterThan(score?.gain.overBootstrap ?? 1);
  expect(scoreForecasts([])).toBeNull();
});

test("tasks are forecast from those alone that had been finished before", () => {
  const past = pastTasks(100);
  const [last] = rollTasks(past).slice(-1);
  const changed = past.map((task, i) => (i >= 98 ? { ...task, actual: 100_000 } : task));
  expect(rollTasks(changed).slice(-1)[0]?.forecast).toEqual(last?.forecast);
  expect(rollTasks(past)).toHaveLength(79);
  expect(rollTasks(past.toReversed())).toEqual(rollTasks(past));
});

test("somebody's own style holds as often as it says and beats the plain ways", () => {
  const score = scoreForecasts(rollTasks(pastTasks(800)));
  const [p50 = 0, p80 = 0, p95 = 0] = score?.coverage ?? [];
  expect(Math.abs(p50 - 0.5)).toBeLessThan(0.08);
  expect(Math.abs(p80 - 0.8)).toBeLessThan(0.05);
  expect(Math.abs(p95 - 0.95)).toBeLessThan(0.03);
  expect(score?.gain.overBootstrap).toBeGreaterThan(0.1);
  expect(score?.gain.overEstimate).toBeGreaterThan(0.25);
});

test("throughput is forecast every week from what had been done before", () => {
  const doneOn = Array.from({ length: 600 }, (_, i) => 20_000 + Math.floor(i / 2));
  const [rolled] = rollThroughput({ doneOn, sizes: [20], seed: 1 });
  expect(rolled?.size).toBe(20);
  expect(rolled?.ended[0]?.actual).toBe(10);
  expect(rolled?.ended).toHaveLength(30);
  const cut = rollThroughput({ doneOn: doneOn.slice(0, 400), sizes: [20], seed: 1 });
  expect(cut[0]?.ended).toEqual(rolled?.ended.slice(0, cut[0]?.ended.length));
});

test.each([
  ["stays the same", () => 2.4, 0.2],
  ["rises", (week: number) => 1 + week / 45, 0.2],
  ["falls", (week: number) => 5 - week / 45, 0.2],
  ["jumps up and down", (week: number) => (Math.floor(week / 40) % 2 === 0 ? 3.6 : 1.6), -0.06],
])("throughput holds its own against the plain bootstrap when the pace %s", (_, perDay, least) => {
  const ended = [3, 4].flatMap((seed) => {
    const random = createRandom(seed);
    const doneOn = Array.from({ length: 600 }, (_, i) => {
      const [week, weekday] = [Math.floor(i / 5), i % 5];
      const done = Math.floor(perDay(week) * (0.4 + 1.2 * random.fraction()) + random.fraction());
      return new Array<number>(done).fill(20_003 + week * 7 + weekday);
    });
    return rollThroughput({ doneOn: doneOn.flat(), sizes: [20, 100], seed }).flatMap((each) => each.ended);
  });
  expect(scoreForecasts(ended)?.gain.overBootstrap).toBeGreaterThan(least);
});

test("slips are forecast from those before", () => {
  const random = createRandom(8);
  const slips = Array.from({ length: 300 }, (_, i) => ({ reachedOn: i, daysLate: 10 + random.below(21) }));
  const score = scoreForecasts(rollSlips(slips));
  expect(score?.forecasts).toBe(280);
  expect(Math.abs((score?.coverage[1] ?? 0) - 0.8)).toBeLessThan(0.06);
  expect(score?.gain.overEstimate).toBeGreaterThan(0.25);
});
