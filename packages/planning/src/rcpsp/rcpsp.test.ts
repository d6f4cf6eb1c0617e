import { expect, test } from "vitest";
import { createRcpsp, LONGEST_HORIZON, type RcpspData } from "./rcpsp.ts";

const TWO: RcpspData = { durations: [3, 2], demands: [[1], [1]], capacities: [1], links: [[0, 1]] };

test("packs what can be scheduled", () => {
  expect(createRcpsp(TWO)).toMatchObject({ ok: true, rcpsp: { count: 2, resources: 1, horizon: 5 } });
});

test("counts a link that comes twice once", () => {
  const built = createRcpsp({
    ...TWO,
    links: [
      [0, 1],
      [0, 1],
    ],
  });
  expect(built.ok && [...built.rcpsp.predecessors.to]).toEqual([0]);
});

test.each<[string, Partial<RcpspData>, object]>([
  ["without work", { durations: [0, 0] }, { code: "empty" }],
  ["without activities", { durations: [], demands: [], links: [] }, { code: "empty" }],
  ["a broken duration", { durations: [3, 1.5] }, { code: "not-a-whole-number", missing: [{ activity: 1 }] }],
  ["a demand below 0", { demands: [[-1], [1]] }, { code: "not-a-whole-number", missing: [{ activity: 0 }] }],
  ["a broken capacity", { capacities: [Number.NaN] }, { code: "not-a-whole-number", missing: [] }],
  ["too long", { durations: [LONGEST_HORIZON, 1] }, { code: "too-long" }],
  ["a link to nowhere", { links: [[1, 2]] }, { code: "link-to-nowhere", missing: [{ activity: 1 }] }],
  [
    "more than there is",
    { demands: [[1], [2]] },
    { code: "demand-over-capacity", missing: [{ activity: 1, resource: 0 }] },
  ],
  [
    "a resource that is not there",
    { demands: [[1, 1], [1]] },
    { code: "demand-over-capacity", missing: [{ activity: 0, resource: 1 }] },
  ],
  [
    "a circle",
    {
      links: [
        [0, 1],
        [1, 0],
      ],
    },
    { code: "cycle", missing: [{ activity: 0 }, { activity: 1 }] },
  ],
])("refuses a project with %s", (_, change, refusal) => {
  expect(createRcpsp({ ...TWO, ...change })).toMatchObject({ ok: false, ...refusal });
});
