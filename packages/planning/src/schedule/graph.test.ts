import fc from "fast-check";
import { expect, test } from "vitest";
import { createGraph, type GraphArc, shortestCycle, topologicalOrder } from "./graph.ts";

const NAMES = ["a", "b", "c", "d", "e", "f"];
const arcs = fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5) }), { maxLength: 12 });

function cycleIn(links: GraphArc[], names = NAMES): string[] | null {
  return shortestCycle(createGraph(names, links))?.map(({ from }) => names[from] ?? "") ?? null;
}

/** The length of the shortest way from a node back to itself, by trying all ways. */
function shortestByHand(links: GraphArc[]): number {
  const from = (node: number, start: number, steps: number): number =>
    steps > NAMES.length
      ? Number.POSITIVE_INFINITY
      : Math.min(
          Number.POSITIVE_INFINITY,
          ...links
            .filter((arc) => arc.from === node)
            .map((arc) => (arc.to === start ? steps : from(arc.to, start, steps + 1))),
        );
  return Math.min(...NAMES.map((_, node) => from(node, node, 1)));
}

test("a graph without cycle is put in order, whatever the order of its arcs", () => {
  fc.assert(
    fc.property(arcs, (some) => {
      const forwards = some.filter(({ from, to }) => from < to);
      const order = topologicalOrder(createGraph(NAMES, forwards));
      expect(order).toHaveLength(NAMES.length);
      for (const { from, to } of forwards) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
      expect(cycleIn(forwards)).toBeNull();
    }),
  );
});

test("the cycle found is a cycle and no other is shorter", () => {
  fc.assert(
    fc.property(arcs, (some) => {
      const cycle = shortestCycle(createGraph(NAMES, some));
      expect(cycle?.length ?? Number.POSITIVE_INFINITY).toBe(shortestByHand(some));
      for (const [i, arc] of (cycle ?? []).entries())
        expect(arc.to).toBe(cycle?.[(i + 1) % cycle.length]?.from);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    "the shorter of two",
    [
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 4],
      [4, 3],
    ],
    ["d", "e"],
  ],
  [
    "the first by name of two alike",
    [
      [4, 5],
      [5, 4],
      [1, 2],
      [2, 1],
    ],
    ["b", "c"],
  ],
  [
    "one that waits for itself",
    [
      [2, 2],
      [0, 1],
      [1, 0],
    ],
    ["c"],
  ],
  [
    "not what only leads to it",
    [
      [0, 1],
      [1, 2],
      [2, 1],
    ],
    ["b", "c"],
  ],
] satisfies [string, [number, number][], string[]][])("names %s", (_, pairs, expected) => {
  const links = pairs.map(([from, to]) => ({ from, to }));
  expect(cycleIn(links)).toEqual(expected);
  expect(cycleIn(links.reverse())).toEqual(expected);
});
