import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { addDays } from "../calendar/civil-date.ts";
import { type PlanEarnedValueInput, planEarnedValue } from "./plan-earned-value.ts";

const calendar = createCalendar({ week: DEFAULT_WEEK });
/** Two milestones of one working week each, one after the other, from Monday 4 May 2026 on. */
const promised = [
  { id: "m1", startOn: "2026-05-04", targetOn: "2026-05-08", price: 300_000 },
  { id: "m2", startOn: "2026-05-11", targetOn: "2026-05-15", price: 600_000 },
];
const open = (id: string) => ({ id, state: "active" as const, reachedOn: null });
const card = (milestoneId: string, likely: number | null, doneOn: string | null = null) => ({
  milestoneId,
  likely,
  doneOn,
  place: doneOn === null ? ("todo" as const) : ("done" as const),
});

function input(change: Partial<PlanEarnedValueInput> = {}): PlanEarnedValueInput {
  return {
    milestones: [open("m1"), open("m2")],
    cards: [card("m1", 300), card("m1", 300), card("m2", 600)],
    baseline: { takenOn: "2026-05-01", milestones: promised },
    today: "2026-05-08",
    by: "effort",
    spending: [],
    longestPath: [],
    ...change,
  };
}
const measured = (change: Partial<PlanEarnedValueInput> = {}) => planEarnedValue(input(change), calendar);

test("a week in which half of its work was done leaves the plan two and a half days behind", () => {
  const cards = [card("m1", 300, "2026-05-06"), card("m1", 300), card("m2", 600)];
  expect(measured({ cards })).toMatchObject({
    now: { budget: 1200, planned: 600, earned: 300, schedule: { earned: 2.5, variance: -2.5, index: 0.5 } },
    startOn: "2026-05-04",
    plannedEndOn: "2026-05-15",
    earnedAsOfOn: "2026-05-06",
    expectedEndOn: "2026-05-29",
    counted: 2,
    leftOut: 0,
  });
});

test("work done before its turn is ahead of the plan", () => {
  const cards = [card("m1", 600, "2026-05-05"), card("m2", 300, "2026-05-08"), card("m2", 300)];
  expect(measured({ cards })?.now.schedule.variance).toBe(2.5);
});

test("days to come are planned, not earned; the last day and today are always among them", () => {
  expect(measured({ today: "2026-05-06" })?.points).toEqual([
    { on: "2026-05-04", planned: 120, earned: 0, spent: 0 },
    { on: "2026-05-06", planned: 360, earned: 0, spent: 0 },
    { on: "2026-05-11", planned: 720, earned: null, spent: null },
    { on: "2026-05-15", planned: 1200, earned: null, spent: null },
  ]);
});

test("a price is earned when its milestone is reached and not before, and nobody knows what it cost", () => {
  const cards = [card("m1", 300, "2026-05-06"), card("m1", 300), card("m2", 600, "2026-05-07")];
  const milestones = [{ id: "m1", state: "accepted" as const, reachedOn: "2026-05-08" }, open("m2")];
  const of = (today: string) => measured({ by: "price", cards, milestones, today });
  expect(of("2026-05-07")?.now.earned).toBe(0);
  expect(of("2026-05-08")?.now).toMatchObject({ budget: 900_000, planned: 300_000, earned: 300_000 });
  expect(of("2026-05-08")?.points).toEqual([
    { on: "2026-05-04", planned: 0, earned: 0, spent: null },
    { on: "2026-05-08", planned: 300_000, earned: 300_000, spent: null },
    { on: "2026-05-15", planned: 900_000, earned: null, spent: null },
  ]);
});

test("a reached milestone is done whatever is left in it", () => {
  const milestones = [{ id: "m1", state: "accepted" as const, reachedOn: "2026-05-06" }, open("m2")];
  const cards = [card("m1", 300, "2026-05-05"), card("m1", 300), card("m2", 600)];
  expect(measured({ milestones, cards })?.now.earned).toBe(600);
  const later = [card("m1", 300, "2026-05-05"), card("m1", 300, "2026-05-20"), card("m2", 600)];
  expect(measured({ milestones, cards: later, today: "2026-05-21" })?.now.earned).toBe(600);
});

test.each([
  ["what was added later", { milestones: [open("m1"), open("m2"), open("m3")] }, 2, 1],
  ["what had no date", { baseline: { takenOn: "2026-05-01", milestones: [promised[0]] } }, 1, 1],
  ["what holds no card", { cards: [card("m1", 60)] }, 1, 1],
  ["cards put off", { cards: [card("m1", 60), { ...card("m2", 60), place: "later" as const }] }, 1, 1],
  ["what was dropped", { milestones: [open("m1"), { ...open("m2"), state: "dropped" as const }] }, 1, 0],
])("%s does not count", (_, change, counted, leftOut) => {
  expect(measured(change as Partial<PlanEarnedValueInput>)).toMatchObject({ counted, leftOut });
});

test("a card without an estimate weighs as the median", () => {
  const cards = [card("m1", 100), card("m1", 300), card("m2", 500), card("m2", null)];
  expect(measured({ cards })?.now.budget).toBe(1200);
});

test("without a start a window begins when the baseline was taken, never after its end", () => {
  const [first] = promised;
  if (!first) throw new Error("no milestone");
  const of = (takenOn: string) =>
    measured({ baseline: { takenOn, milestones: [{ ...first, startOn: null }] } })?.startOn;
  expect(of("2026-05-01")).toBe("2026-05-01");
  expect(of("2026-06-01")).toBe("2026-05-08");
});

test("what was spent elsewhere is no cost of this plan", () => {
  const cards = [card("m1", 600, "2026-05-06"), card("m2", 600)];
  const spending = [
    { milestoneId: "m1", on: "2026-05-06", amount: 900 },
    { milestoneId: "m9", on: "2026-05-06", amount: 5000 },
  ];
  expect(measured({ cards, spending })?.now).toMatchObject({ spent: 900, costIndex: 600 / 900 });
});

test("of parallel work the longest path alone says how late the end is", () => {
  const cards = [card("m1", 600, "2026-05-06"), card("m2", 600)];
  const now = measured({ cards, longestPath: ["m2", "c7"], today: "2026-05-13" })?.now;
  expect([now?.schedule.variance, now?.longestPath?.variance]).toEqual([-3, -3]);
  expect(measured({ cards })?.now.longestPath).toBeNull();
});

test.each([
  ["in its first week", { today: "2026-05-07", cards: [card("m1", 600, "2026-05-06"), card("m2", 600)] }],
  ["before anything is done", {}],
  ["when all is done", { cards: [card("m1", 600, "2026-05-06"), card("m2", 600, "2026-05-08")] }],
])("%s the pace says no end", (_, change) => {
  expect(measured(change)?.expectedEndOn).toBeNull();
});

test("nothing of worth, or no baseline, is no measure", () => {
  expect(measured({ cards: [] })).toBeNull();
  expect(measured({ baseline: { takenOn: "2026-05-01", milestones: [] } })).toBeNull();
});

test("an old plan is told in few points", () => {
  const points = measured({ today: "2034-05-08" })?.points ?? [];
  expect(points.length).toBeLessThan(64);
  expect(points.at(-1)?.on).toBe("2034-05-08");
});

test("earned never falls from day to day, never passes the budget, and the order of cards makes no difference", () => {
  const anyCard = fc
    .record({
      milestoneId: fc.constantFrom("m1", "m2", "m3"),
      likely: fc.option(fc.integer({ min: 0, max: 5000 })),
      day: fc.option(fc.integer({ min: 0, max: 40 })),
    })
    .map(({ milestoneId, likely, day }) =>
      card(milestoneId, likely, day === null ? null : addDays("2026-05-01", day)),
    );
  fc.assert(
    fc.property(fc.array(anyCard, { maxLength: 12 }), fc.integer({ min: 0, max: 60 }), (cards, day) => {
      const today = addDays("2026-05-01", day);
      const forward = measured({ cards, today });
      expect(measured({ cards: cards.toReversed(), today })).toEqual(forward);
      const earned = (forward?.points ?? []).flatMap((point) => point.earned ?? []);
      expect(earned).toEqual(earned.toSorted((a, b) => a - b));
      expect(Math.max(0, ...earned)).toBeLessThanOrEqual(forward?.now.budget ?? 0);
    }),
  );
});
