import { expect, test } from "vitest";
import type { RcpspData } from "./rcpsp.ts";
import { violationsOf } from "./violations.ts";

/** Two activities that take two of three units each, the second after the first; an event after both. */
const DATA: RcpspData = {
  durations: [3, 2, 0, 4],
  demands: [[2], [2], [0], [1]],
  capacities: [3],
  links: [
    [0, 1],
    [1, 2],
  ],
};

test("finds nothing wrong with a schedule that holds", () => {
  expect(violationsOf(DATA, [0, 3, 5, 0])).toEqual([]);
});

test("names the link that does not hold and the moment at which too much is taken", () => {
  expect(violationsOf(DATA, [0, 2, 4, 1])).toEqual([
    { kind: "link", from: 0, to: 1 },
    { kind: "capacity", resource: 0, moment: 2, demand: 5 },
  ]);
});

test("names a start that is none", () => {
  expect(violationsOf(DATA, [-1, 2.5, 5])).toEqual([
    { kind: "start", activity: 0 },
    { kind: "start", activity: 1 },
    { kind: "start", activity: 3 },
  ]);
});
