import fc from "fast-check";
import { expect, test } from "vitest";
import { asRcpsp, projects } from "../testing/projects.ts";
import { startsOf } from "./first-schedule.ts";
import { createParallelSgs } from "./parallel-sgs.ts";
import { violationsOf } from "./violations.ts";

test("starts by the order of the list what may start now", () => {
  const rcpsp = asRcpsp({
    durations: [4, 2, 3, 0],
    demands: [[1], [2], [1], [0]],
    capacities: [2],
    links: [[2, 3]],
  });
  const list = Int32Array.of(0, 1, 2, 3);
  const finishes = new Int32Array(4);
  expect(createParallelSgs(rcpsp).pass("forward", list, finishes)).toBe(6);
  expect(startsOf(rcpsp, finishes)).toEqual([0, 4, 0, 3]);
  expect([...list]).toEqual([0, 2, 3, 1]);
});

test("makes feasible schedules and leaves all activities in the list, in the order of their starts", () => {
  fc.assert(
    fc.property(projects(12), (data) => {
      const rcpsp = asRcpsp(data);
      const list = Int32Array.from(rcpsp.order);
      const finishes = new Int32Array(rcpsp.count);
      const makespan = createParallelSgs(rcpsp).pass("forward", list, finishes);
      const starts = startsOf(rcpsp, finishes);
      expect(violationsOf(data, starts)).toEqual([]);
      expect(Math.max(...finishes)).toBe(makespan);
      expect([...list].sort((a, b) => a - b)).toEqual([...data.durations.keys()]);
      const inOrder = Array.from(list, (activity) => starts[activity] ?? 0);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    }),
  );
});

test("a backward pass holds on the clock that counts from the end", () => {
  fc.assert(
    fc.property(projects(12), (data) => {
      const rcpsp = asRcpsp(data);
      const list = Int32Array.from(rcpsp.order).reverse();
      const finishes = new Int32Array(rcpsp.count);
      const makespan = createParallelSgs(rcpsp).pass("backward", list, finishes);
      expect(
        violationsOf(
          data,
          Array.from(finishes, (finish) => makespan - finish),
        ),
      ).toEqual([]);
    }),
  );
});
