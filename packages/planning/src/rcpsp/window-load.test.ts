import fc from "fast-check";
import { expect, test } from "vitest";
import { asRcpsp, projects } from "../testing/projects.ts";
import { firstSchedule } from "./first-schedule.ts";
import type { RcpspData } from "./rcpsp.ts";
import { createWindowLoad } from "./window-load.ts";

/** Two at once, then one that takes all, then one that takes half of one resource. */
const FOUR: RcpspData = {
  durations: [2, 4, 3, 2],
  demands: [
    [1, 0],
    [1, 2],
    [2, 2],
    [1, 0],
  ],
  capacities: [2, 2],
  links: [
    [0, 2],
    [1, 2],
    [2, 3],
  ],
};
const LIST = Int32Array.of(0, 1, 2, 3);
const FINISHES = Int32Array.of(2, 4, 7, 9);

test.each<[string, number, number, number]>([
  ["the whole schedule", 0, 4, (2 * 0.5 + 4 * 1.5 + 3 * 2 + 2 * 0.5) / 9],
  ["the two that run together", 0, 2, (2 * 0.5 + 4 * 1.5) / 4],
  ["the one that takes all", 2, 3, 2],
  ["the last", 3, 4, 0.5],
  ["one that starts with the next, no time at all", 0, 1, Number.POSITIVE_INFINITY],
])("the load of %s", (_, from, to, expected) => {
  expect(createWindowLoad(asRcpsp(FOUR)).load(LIST, FINISHES, { from, to })).toBeCloseTo(expected, 12);
});

test("work that reaches into a window from before counts for as long as it does", () => {
  const overlap: RcpspData = { durations: [4, 2, 2], demands: [[1], [1], [1]], capacities: [2], links: [] };
  const load = createWindowLoad(asRcpsp(overlap));
  expect(load.load(Int32Array.of(0, 1, 2), Int32Array.of(4, 2, 4), { from: 2, to: 3 })).toBe(1);
});

test("the delay is the mean by work, negative when the work has become earlier", () => {
  const load = createWindowLoad(asRcpsp(FOUR));
  const window = { from: 1, to: 4 };
  expect(load.delay(LIST, FINISHES, Int32Array.of(9, 5, 8, 10), window)).toBe(1);
  expect(load.delay(LIST, FINISHES, Int32Array.of(2, 4, 7, 8), window)).toBeCloseTo(-1 / 13, 12);
});

test("no window is fuller than all resources, and the whole holds all the work", () => {
  const cases = projects(12).chain((data) => {
    const count = data.durations.length;
    return fc.tuple(fc.constant(data), fc.nat(count - 1), fc.integer({ min: 1, max: count }));
  });
  fc.assert(
    fc.property(cases, ([data, from, length]) => {
      const rcpsp = asRcpsp(data);
      const { starts, makespan } = firstSchedule(rcpsp);
      const list = Int32Array.from(rcpsp.order).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
      const finishes = Int32Array.from(starts, (start, activity) => start + (data.durations[activity] ?? 0));
      const { load, delay } = createWindowLoad(rcpsp);
      const count = list.length;
      const window = { from, to: Math.min(count, from + length) };
      const measured = load(list, finishes, window);
      if (measured !== Number.POSITIVE_INFINITY)
        expect(measured).toBeLessThanOrEqual(data.capacities.length + 1e-9);
      const work = data.durations.reduce(
        (sum, duration, activity) =>
          sum +
          (data.demands[activity] ?? []).reduce(
            (all, demand, resource) => all + (duration * demand) / (data.capacities[resource] ?? 1),
            0,
          ),
        0,
      );
      expect(load(list, finishes, { from: 0, to: count }) * makespan).toBeCloseTo(work, 9);
      expect(delay(list, finishes, finishes, window)).toBe(0);
    }),
  );
});
