import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "./calendar/calendar.ts";
import {
  CARE_COUNTERS,
  type CareCounter,
  careOfCard,
  careOfMilestone,
  careOfPlan,
  endOfWeek,
} from "./care.ts";
import type { CardPlace, MilestoneState, PlanCard, PlanMilestone } from "./plan.ts";
import { card, milestone, TODAY } from "./testing/plans.ts";

const day = { today: TODAY, calendar: createCalendar({ week: DEFAULT_WEEK }) };
const serving = { targetOn: "2026-05-22" };

test.each([
  ["nothing", {}, []],
  ["overdue", { dueOn: "2026-05-11" }, ["overdue"]],
  ["due today", { dueOn: TODAY }, ["due_this_week"]],
  ["due on Sunday", { dueOn: "2026-05-17" }, ["due_this_week"]],
  ["due next Monday", { dueOn: "2026-05-18" }, []],
  ["nobody's", { assigneeIds: [] }, ["without_owner"]],
  ["blocked", { blocked: true }, ["blocked"]],
  ["untouched for nine working days", { touchedOn: "2026-04-29" }, []],
  ["untouched for ten working days", { touchedOn: "2026-04-28" }, ["untouched"]],
  ["never touched", { touchedOn: null }, ["untouched"]],
  ["blocked and overdue", { blocked: true, dueOn: "2026-05-01" }, ["overdue", "blocked"]],
  ["done", { place: "done", dueOn: "2026-05-01", assigneeIds: [] }, []],
  ["put off", { place: "later", dueOn: "2026-05-01", assigneeIds: [] }, []],
] satisfies [string, Partial<PlanCard>, CareCounter[]][])("a card: %s", (_, change, expected) => {
  expect(careOfCard(card(change), serving, day)).toEqual(expected);
});

test("a card has its milestone's date, and without milestone none", () => {
  expect(careOfCard(card(), { targetOn: "2026-05-08" }, day)).toEqual(["overdue"]);
  expect(careOfCard(card({ dueOn: "2026-05-29" }), { targetOn: "2026-05-08" }, day)).toEqual([]);
  expect(careOfCard(card(), { targetOn: null }, day)).toEqual(["without_date"]);
  expect(careOfCard(card(), null, day)).toEqual(["without_date", "without_milestone"]);
});

test.each([
  ["nothing", {}, 2, []],
  ["overdue", { targetOn: "2026-05-11" }, 2, ["overdue"]],
  ["due this week", { targetOn: "2026-05-15" }, 2, ["due_this_week"]],
  ["without date", { targetOn: null }, 2, ["without_date"]],
  ["nobody's", { ownerId: null }, 2, ["without_owner"]],
  ["empty", {}, 0, ["without_cards"]],
  ["untouched", { touchedOn: "2026-04-01" }, 2, ["untouched"]],
  ["reached", { state: "accepted", targetOn: "2026-05-01" }, 0, []],
  ["dropped", { state: "dropped", ownerId: null }, 0, []],
] satisfies [string, Partial<PlanMilestone>, number, CareCounter[]][])(
  "a milestone: %s",
  (_, change, parts, expected) => {
    expect(careOfMilestone(milestone(change), parts, day)).toEqual(expected);
  },
);

test("weeks end on Sunday", () => {
  expect([endOfWeek("2026-05-11"), endOfWeek("2026-05-17"), endOfWeek("2026-05-18")]).toEqual([
    "2026-05-17",
    "2026-05-17",
    "2026-05-24",
  ]);
});

const someDate = fc.option(
  fc.integer({ min: 1, max: 31 }).map((n) => `2026-05-${String(n).padStart(2, "0")}`),
);
const cards = fc.record({
  place: fc.constantFrom<CardPlace>("outline", "later", "todo", "doing", "done"),
  milestoneId: fc.option(fc.constantFrom("m1", "m2", "gone")),
  dueOn: someDate,
  assigneeIds: fc.constantFrom<string[]>([], ["jo"]),
  blocked: fc.boolean(),
  touchedOn: fc.constantFrom(TODAY, "2026-03-02", null),
});
const milestones = fc.record({
  state: fc.constantFrom<MilestoneState>("draft", "active", "accepted", "dropped"),
  targetOn: someDate,
  ownerId: fc.option(fc.constant("sam")),
  touchedOn: fc.constantFrom(TODAY, "2026-03-02", null),
});

/** Said the other way round than the counters say it: nothing about this thing asks for anybody's attention. */
function fine(thing: PlanCard | PlanMilestone, date: string | null, owned: boolean, held: boolean): boolean {
  return owned && held && date !== null && date > "2026-05-17" && thing.touchedOn === TODAY;
}

test("every open thing that needs care is in at least one counter, and nothing else is in any", () => {
  fc.assert(
    fc.property(
      fc.array(cards, { maxLength: 8 }),
      fc.tuple(milestones, milestones),
      (someCards, [first, second]) => {
        const plan = {
          milestones: [milestone({ ...first, id: "m1" }), milestone({ ...second, id: "m2" })],
          cards: someCards.map((change, i) => card({ ...change, id: `c${i}` })),
        };
        const lists = careOfPlan(plan, day);
        const counted = new Set(CARE_COUNTERS.flatMap((counter) => lists[counter]));
        for (const each of plan.cards) {
          const mother = plan.milestones.find(({ id }) => id === each.milestoneId);
          const open = ["outline", "todo", "doing"].includes(each.place);
          const date = each.dueOn ?? mother?.targetOn ?? null;
          const well = fine(each, date, each.assigneeIds.length > 0, mother !== undefined) && !each.blocked;
          expect(counted.has(each.id)).toBe(open && !well);
        }
        for (const each of plan.milestones) {
          const open = each.state === "draft" || each.state === "active";
          const held = plan.cards.some(({ milestoneId }) => milestoneId === each.id);
          expect(counted.has(each.id)).toBe(open && !fine(each, each.targetOn, each.ownerId !== null, held));
        }
      },
    ),
  );
});
