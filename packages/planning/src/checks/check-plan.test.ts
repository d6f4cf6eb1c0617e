import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import { plan, TODAY } from "../testing/plans.ts";
import { cleanPlans, DEFECTS } from "../testing/seeded-defects.ts";
import { applyFix } from "./apply-fix.ts";
import { checkPlan } from "./check-plan.ts";
import type { CheckId, Finding } from "./finding.ts";

function idsOf(findings: readonly Finding[]): CheckId[] {
  return [...new Set(findings.map(({ id }) => id))];
}

function errorsOf(on: Plan): string[] {
  return checkPlan(on, TODAY)
    .findings.filter(({ level }) => level === "error")
    .map(({ id, subject }) => `${id} ${subject.id}`);
}

test("a clean plan gives no finding, and says that the forecast's rule was not asked", () => {
  fc.assert(
    fc.property(cleanPlans, (clean) => {
      expect(checkPlan(clean, TODAY)).toEqual({
        findings: [],
        skipped: [{ id: "L6", why: "needs_forecast" }],
      });
    }),
  );
});

describe.each(DEFECTS)("a defect for %s seeded into a clean plan", (id, seed) => {
  test("is found, by that rule alone", () => {
    fc.assert(
      fc.property(
        cleanPlans,
        (clean) => void expect(idsOf(checkPlan(seed(clean), TODAY).findings)).toEqual([id]),
      ),
      { numRuns: 30 },
    );
  });

  test("is mended by its fix, which makes no error", () => {
    fc.assert(
      fc.property(cleanPlans, (clean) => {
        const broken = seed(clean);
        for (const { fix, subject } of checkPlan(broken, TODAY).findings) {
          if (fix === null || fix.kind === "ask") continue;
          const mended = checkPlan(applyFix(broken, fix), TODAY).findings;
          expect(mended.filter((each) => each.id === id && each.subject.id === subject.id)).toEqual([]);
          expect(
            errorsOf(applyFix(broken, fix)).filter((error) => !errorsOf(broken).includes(error)),
          ).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A clean plan with any of the defects at once. */
const messyPlans = fc
  .tuple(cleanPlans, fc.subarray([...DEFECTS]))
  .map(([clean, defects]) => defects.reduce((on, [, seed]) => seed(on), clean));

test("no fix makes an error that was not there, however much is wrong", () => {
  fc.assert(
    fc.property(messyPlans, (messy) => {
      const before = errorsOf(messy);
      for (const { fix } of checkPlan(messy, TODAY).findings) {
        if (fix !== null) expect(before).toEqual(expect.arrayContaining(errorsOf(applyFix(messy, fix))));
      }
    }),
  );
});

test("what the plan lists in another order is found all the same", () => {
  fc.assert(
    fc.property(messyPlans, (messy) => {
      const turned = {
        ...messy,
        people: [...messy.people].reverse(),
        contacts: [...messy.contacts].reverse(),
        objectives: [...messy.objectives].reverse(),
        milestones: [...messy.milestones].reverse(),
        cards: [...messy.cards].reverse(),
        links: [...messy.links].reverse(),
        risks: [...messy.risks].reverse(),
      };
      expect(checkPlan(turned, TODAY)).toEqual(checkPlan(messy, TODAY));
    }),
  );
});

test("errors come first, and only errors block", () => {
  fc.assert(
    fc.property(messyPlans, (messy) => {
      const { findings } = checkPlan(messy, TODAY);
      const levels = findings.map(({ level }) => ["error", "warn", "info"].indexOf(level));
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
      for (const { level, blocks } of findings) expect(level === "error" || blocks.length === 0).toBe(true);
    }),
  );
});

test("limits can be set", () => {
  const { findings } = checkPlan(plan(), TODAY, { maxOpenMilestones: 1, maxWindowDays: 10 });
  expect(findings.map(({ id, subject }) => `${id} ${subject.id}`)).toEqual(["L8 m2", "L9 p1"]);
});
