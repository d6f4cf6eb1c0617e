import fc from "fast-check";
import { expect, test } from "vitest";
import { asRcpsp, projects, relabelled, shortestByForce } from "../testing/projects.ts";
import { firstSchedule, leftShift } from "./first-schedule.ts";
import { improve } from "./improve.ts";
import { lowerBound } from "./lower-bound.ts";
import { criticalPathLength } from "./paths.ts";
import type { RcpspData } from "./rcpsp.ts";
import { violationsOf } from "./violations.ts";

const BUDGET = 1000;
const seeds = fc.integer({ min: 0, max: 1000 });

function makespanOf({ durations }: RcpspData, starts: readonly number[]): number {
  return Math.max(...starts.map((start, activity) => start + (durations[activity] ?? 0)));
}

test("every schedule is feasible and as long as it says", () => {
  fc.assert(
    fc.property(projects(12), seeds, (data, seed) => {
      const rcpsp = asRcpsp(data);
      const search = improve(rcpsp, { seed });
      for (const { makespan, starts } of [firstSchedule(rcpsp), search.step(10), search.step(200)]) {
        expect(violationsOf(data, starts)).toEqual([]);
        expect(makespanOf(data, starts)).toBe(makespan);
      }
    }),
  );
});

test("a left shift of a left-shifted schedule is itself, and no start comes later", () => {
  fc.assert(
    fc.property(projects(12), fc.nat(9), (data, delay) => {
      const rcpsp = asRcpsp(data);
      const late = firstSchedule(rcpsp).starts.map((start) => start * 2 + delay);
      expect(violationsOf(data, late)).toEqual([]);
      const shifted = leftShift(rcpsp, late);
      expect(violationsOf(data, shifted.starts)).toEqual([]);
      expect(shifted.starts.every((start, activity) => start <= (late[activity] ?? 0))).toBe(true);
      expect(leftShift(rcpsp, shifted.starts)).toEqual(shifted);
    }),
  );
});

test("more steps never make it longer, and nothing is longer than the first schedule", () => {
  fc.assert(
    fc.property(projects(15), seeds, (data, seed) => {
      const rcpsp = asRcpsp(data);
      const search = improve(rcpsp, { seed });
      let before = firstSchedule(rcpsp).makespan;
      for (let i = 0; i < 20; i++) {
        const { makespan, lowerBound: bound } = search.step(15);
        expect(makespan).toBeLessThanOrEqual(before);
        expect(makespan).toBeGreaterThanOrEqual(bound);
        before = makespan;
      }
    }),
  );
});

test("the same seed gives the same schedule, however the steps are cut", () => {
  fc.assert(
    fc.property(projects(15), seeds, fc.integer({ min: 1, max: 299 }), (data, seed, cut) => {
      const rcpsp = asRcpsp(data);
      const inTwo = improve(rcpsp, { seed });
      inTwo.step(cut);
      expect(inTwo.step(300 - cut)).toEqual(improve(rcpsp, { seed }).step(300));
    }),
  );
});

test("on small projects the search finds what trying everything finds, and the bound is not above it", () => {
  fc.assert(
    fc.property(projects(7), seeds, (data, seed) => {
      const rcpsp = asRcpsp(data);
      const shortest = shortestByForce(data);
      expect(improve(rcpsp, { seed }).step(BUDGET).makespan).toBe(shortest);
      expect(lowerBound(rcpsp)).toBeLessThanOrEqual(shortest);
    }),
    { numRuns: 200 },
  );
});

test("more capacity never makes the optimal end later", () => {
  fc.assert(
    fc.property(projects(6), fc.nat(2), (data, resource) => {
      const more = data.capacities.map((capacity, i) => (i === resource ? capacity + 1 : capacity));
      expect(shortestByForce({ ...data, capacities: more })).toBeLessThanOrEqual(shortestByForce(data));
    }),
  );
});

test("numbering the activities differently changes neither the critical path nor the bound", () => {
  const numbered = projects(12).chain((data) =>
    fc.tuple(
      fc.constant(data),
      fc.shuffledSubarray([...data.durations.keys()], { minLength: data.durations.length }),
    ),
  );
  fc.assert(
    fc.property(numbered, ([data, order]) => {
      const [one, other] = [asRcpsp(data), asRcpsp(relabelled(data, order))];
      expect(criticalPathLength(other)).toBe(criticalPathLength(one));
      expect(lowerBound(other)).toBe(lowerBound(one));
    }),
  );
});

test("amounts that need words of their own give the schedules of small amounts", () => {
  const SCALE = 0x4000000;
  fc.assert(
    fc.property(projects(12), seeds, (data, seed) => {
      const large: RcpspData = {
        ...data,
        demands: data.demands.map((demand) => demand.map((amount) => amount * SCALE)),
        capacities: data.capacities.map((capacity) => capacity * SCALE),
      };
      expect(improve(asRcpsp(large), { seed }).step(50)).toEqual(improve(asRcpsp(data), { seed }).step(50));
    }),
  );
});
