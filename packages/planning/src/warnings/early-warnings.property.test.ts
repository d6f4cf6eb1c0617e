import fc from "fast-check";
import { expect, test } from "vitest";
import { codesOf, QUIET } from "../testing/warnings.ts";
import { earlyWarnings } from "./early-warnings.ts";
import { WARNING_CODES, type WarningFacts } from "./warning.ts";

const day = fc.integer({ min: 1, max: 31 }).map((on) => `2026-05-${String(on).padStart(2, "0")}`);
const maybeDay = fc.option(day, { nil: null });
const milestones = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("m1", "m2", "m3", "m4"),
    state: fc.constantFrom("draft", "agreed", "active", "submitted", "accepted", "dropped"),
    startOn: maybeDay,
    targetOn: maybeDay,
    parentId: fc.constantFrom(null, "m1"),
    touchedOn: day,
    criteria: fc.record({ open: fc.nat(3), of: fc.constant(3) }),
    adjusted: fc.nat(5),
  }),
  { selector: ({ id }) => id },
);
const anyFacts = fc.record({
  milestones,
  work: fc.array(
    fc.record({
      milestoneId: fc.constantFrom("m1", "m2", "m3"),
      personId: fc.constantFrom(null, "jo", "sam"),
      minutes: fc.nat(900),
    }),
  ),
  clientItems: fc.array(
    fc.record({
      id: fc.constantFrom("a", "b", "c"),
      kind: fc.constantFrom("request" as const, "approval" as const),
      milestoneId: fc.constantFrom(null, "m1", "m2"),
      dueOn: maybeDay,
    }),
  ),
  predecessors: fc.array(
    fc
      .record({
        milestoneId: fc.constantFrom("m1", "m2"),
        kind: fc.constantFrom("milestone" as const, "card" as const),
        n: fc.nat(3),
        dueOn: maybeDay,
      })
      .map(({ n, ...each }) => ({ ...each, id: `${each.kind}${n}` })),
  ),
  p50On: day,
});

test("whatever the plan: strongest first, each with a step, only of what is open, in any order of the facts the same", () => {
  fc.assert(
    fc.property(anyFacts, ({ p50On, ...some }) => {
      const forecasts = new Map(some.milestones.map(({ id }) => [id, { p50On, p80On: p50On }]));
      const asIs: WarningFacts = { ...QUIET, ...some, forecasts };
      const warnings = earlyWarnings(asIs);
      const ranks = warnings.map(({ because }) => WARNING_CODES.indexOf(because.code));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      const open = new Set<string>(
        some.milestones
          .filter(({ state }) => state !== "accepted" && state !== "dropped")
          .map(({ id }) => id),
      );
      for (const { milestoneId, steps } of warnings) {
        expect(steps.length).toBeGreaterThan(0);
        expect(milestoneId === null || open.has(milestoneId)).toBe(true);
      }
      const once = warnings.filter(({ because }) => because.code !== "client_overdue");
      expect(new Set(once.map(({ milestoneId, because }) => `${because.code} ${milestoneId}`)).size).toBe(
        once.length,
      );
      const turned = {
        ...asIs,
        milestones: asIs.milestones.toReversed(),
        work: asIs.work.toReversed(),
        predecessors: asIs.predecessors.toReversed(),
      };
      expect(earlyWarnings(turned)).toEqual(warnings);
    }),
  );
});

test("less work, and more time, never bring a warning of too much", () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(600), ({ p50On: _, ...some }, more) => {
      const tooMuch = (change: Partial<WarningFacts>) =>
        codesOf({ ...some, ...change }).filter((code) => code === "too_much_work").length;
      const now = tooMuch({});
      expect(tooMuch({ hoursUntil: () => 600 + more })).toBeLessThanOrEqual(now);
      expect(
        tooMuch({ work: some.work.map((each) => ({ ...each, minutes: Math.floor(each.minutes / 2) })) }),
      ).toBeLessThanOrEqual(now);
    }),
  );
});
