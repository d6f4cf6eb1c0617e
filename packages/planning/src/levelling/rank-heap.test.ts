import fc from "fast-check";
import { expect, test } from "vitest";
import { RankHeap } from "./rank-heap.ts";

test("the lowest rank comes out first, the lower number among equals", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 30 }), (ranks) => {
      const heap = new RankHeap(Int32Array.from(ranks));
      for (const node of ranks.keys()) heap.push(node);
      const out = ranks.map(() => heap.pop());
      const sorted = [...ranks.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
      expect(out).toEqual(sorted);
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
