import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEALTH_WORDS } from "./health.ts";
import { groupToday, type TodayCard } from "./today.ts";

const TODAY = "2026-05-12";

function card(id: string, more: Partial<TodayCard> = {}): TodayCard {
  return {
    id,
    dueOn: null,
    doing: false,
    blocked: false,
    waitsFor: [],
    milestone: { id: "m1", targetOn: "2026-06-12", word: "on_track" },
    effectDays: 0,
    priority: 0,
    ...more,
  };
}

describe("groupToday", () => {
  it.each([
    ["2026-05-11", { code: "overdue", days: 1 }],
    ["2026-05-12", { code: "due_today" }],
    ["2026-05-14", { code: "due_soon", on: "2026-05-14" }],
  ])("puts what is due on %s under due", (dueOn, reason) => {
    expect(groupToday([card("c1", { dueOn })], TODAY)).toEqual({
      due: [{ id: "c1", reason }],
      next: [],
      waiting: [],
    });
  });

  it("orders what is next by its effect on the milestone's date, then by how the milestone is", () => {
    const cards = [
      card("calm"),
      card("late", { milestone: { id: "m2", targetOn: "2026-07-01", word: "off_track" } }),
      card("small", { effectDays: 1 }),
      card("large", { effectDays: 3 }),
      card("loose", { milestone: null }),
      card("doing", { doing: true }),
    ];
    expect(groupToday(cards, TODAY).next).toEqual([
      { id: "large", reason: { code: "moves_date", days: 3, milestoneId: "m1" } },
      { id: "small", reason: { code: "moves_date", days: 1, milestoneId: "m1" } },
      { id: "late", reason: { code: "milestone_late", word: "off_track", milestoneId: "m2" } },
      { id: "doing", reason: { code: "doing" } },
      { id: "calm", reason: { code: "next_target", on: "2026-06-12", milestoneId: "m1" } },
      { id: "loose", reason: { code: "no_milestone" } },
    ]);
  });

  it("keeps apart what waits for others, even when it is due", () => {
    const cards = [
      card("stuck", { dueOn: "2026-05-01", blocked: true }),
      card("after", { waitsFor: ["c9"] }),
      card("free"),
    ];
    const { due, next, waiting } = groupToday(cards, TODAY);
    expect(due).toEqual([]);
    expect(next.map(({ id }) => id)).toEqual(["free"]);
    expect(waiting).toEqual([
      { id: "after", reason: { code: "waits", ids: ["c9"] } },
      { id: "stuck", reason: { code: "blocked" } },
    ]);
  });

  it("shows every card once, in the same place whatever order they come in", () => {
    const cards = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        dueOn: fc.constantFrom(null, "2026-05-10", "2026-05-13", "2026-08-01"),
        doing: fc.boolean(),
        blocked: fc.boolean(),
        waitsFor: fc.constantFrom([], ["x"]),
        milestone: fc.option(
          fc.record({
            id: fc.constantFrom("m1", "m2"),
            targetOn: fc.constantFrom(null, "2026-06-01"),
            word: fc.constantFrom(...HEALTH_WORDS),
          }),
        ),
        effectDays: fc.nat(3),
        priority: fc.nat(2),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(cards, (all) => {
        const grouped = groupToday(all, TODAY);
        const shown = [...grouped.due, ...grouped.next, ...grouped.waiting].map(({ id }) => id);
        expect(shown.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expect(groupToday(all.toReversed(), TODAY)).toEqual(grouped);
      }),
    );
  });
});
