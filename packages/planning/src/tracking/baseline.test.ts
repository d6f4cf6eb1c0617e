import fc from "fast-check";
import { expect, test } from "vitest";
import { card, milestone, plan } from "../testing/plans.ts";
import { standingBaseline, takeBaseline } from "./baseline.ts";

const HEAD = { n: 1, takenOn: "2026-05-12", reason: "Plan agreed", approved: true };

test("a baseline keeps dates, effort and price of all that is not dropped, in the order of ids", () => {
  const kept = takeBaseline(
    plan({
      milestones: [
        milestone({ id: "m2" }),
        milestone({ id: "m1", targetOn: null }),
        milestone({ id: "m0", state: "dropped" }),
      ],
      cards: [
        card({ likely: 60 }),
        card({ id: "c2", likely: 90 }),
        card({ id: "c3", likely: null }),
        card({ id: "c4", likely: 500, place: "later" }),
        card({ id: "c5", likely: 70, milestoneId: null }),
      ],
    }),
    { ...HEAD, prices: new Map([["m2", 300_000]]) },
  );
  expect(kept).toEqual({
    ...HEAD,
    milestones: [
      { id: "m1", startOn: "2026-05-11", targetOn: null, effort: 150, price: null },
      { id: "m2", startOn: "2026-05-11", targetOn: "2026-05-22", effort: 0, price: 300_000 },
    ],
  });
});

test("nothing can change a baseline, neither an edit of it nor one of the plan it came from", () => {
  const first = milestone();
  const kept = takeBaseline({ milestones: [first], cards: [] }, HEAD);
  const before = JSON.stringify(kept);
  Object.assign(first, { targetOn: "2027-01-01" });
  expect(JSON.stringify(kept)).toBe(before);
  const [inside] = kept.milestones;
  for (const frozen of [kept, kept.milestones, inside]) {
    expect(() => Object.assign(frozen ?? {}, { targetOn: "2027-01-01", 0: null })).toThrow(TypeError);
  }
});

test("the latest approved baseline stands, else the first", () => {
  const numbered = fc.uniqueArray(fc.record({ n: fc.nat(50), approved: fc.boolean() }), {
    selector: ({ n }) => n,
  });
  fc.assert(
    fc.property(numbered, (baselines) => {
      const approved = baselines.flatMap((each) => (each.approved ? [each.n] : []));
      const all = baselines.map(({ n }) => n);
      const expected =
        approved.length > 0 ? Math.max(...approved) : all.length > 0 ? Math.min(...all) : undefined;
      expect(standingBaseline(baselines)?.n).toBe(expected);
    }),
  );
});
