import { expect, test } from "vitest";
import { asRcpsp, shortestByForce } from "../testing/projects.ts";
import { capacityBound } from "./capacity-bound.ts";
import { lowerBound } from "./lower-bound.ts";
import type { RcpspData } from "./rcpsp.ts";

const CASES: [string, RcpspData, number, number][] = [
  [
    "the critical path, where nothing is scarce",
    {
      durations: [2, 3, 4],
      demands: [[], [], []],
      capacities: [],
      links: [
        [0, 1],
        [1, 2],
      ],
    },
    9,
    9,
  ],
  [
    "the work between what comes before and after all of it",
    {
      durations: [2, 2, 2, 2, 3],
      demands: [[0], [1], [1], [1], [0]],
      capacities: [1],
      links: [
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 4],
        [2, 4],
        [3, 4],
      ],
    },
    11,
    11,
  ],
  ["two that cannot overlap", { durations: [2, 3], demands: [[2], [2]], capacities: [3], links: [] }, 4, 5],
  [
    "no room beside what must be running",
    { durations: [4, 4, 1], demands: [[1], [1], [2]], capacities: [3], links: [] },
    4,
    5,
  ],
  [
    "more work in an interval than its room",
    {
      durations: [2, 4, 2, 1],
      demands: [[1], [3], [3], [1]],
      capacities: [3],
      links: [
        [1, 3],
        [2, 3],
      ],
    },
    7,
    8,
  ],
];

test.each(CASES)("bounds by %s", (_, data, byCapacity, bound) => {
  expect(capacityBound(asRcpsp(data))).toBe(byCapacity);
  expect(lowerBound(asRcpsp(data))).toBe(bound);
  expect(shortestByForce(data)).toBe(bound);
});

test("answers for projects too large to refute too", () => {
  const chain = Array.from({ length: 300 }, (_, i) => i);
  const data: RcpspData = {
    durations: chain.map(() => 2),
    demands: chain.map(() => [1]),
    capacities: [1],
    links: [],
  };
  expect(lowerBound(asRcpsp(data))).toBe(600);
});
