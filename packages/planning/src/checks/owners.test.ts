import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { card, milestone, person } from "../testing/plans.ts";

const WEEK = {
  mon: [[540, 1020]],
  tue: [[540, 1020]],
  wed: [[540, 1020]],
  thu: [[540, 1020]],
  fri: [[540, 1020]],
} as const;
const awayFrom = (from: string, to: string) => [
  person({ calendar: { week: WEEK, daysOff: [{ from, to }] } }),
];
const ofSam = (likely: number, change: Parameters<typeof card>[0] = {}) => [
  card({ likely, assigneeIds: ["sam"], ...change }),
];
/** Nine working days from today to the target, 4320 minutes. */
const m1 = milestone();

test.each([
  ["an owner on leave at the target", { people: awayFrom("2026-05-18", "2026-05-24") }, ["m1"]],
  [
    "one who never works on Fridays",
    { people: [person({ calendar: { week: { ...WEEK, fri: [] } } })] },
    ["m1", "m2"],
  ],
  ["more cards of the owner than time", { milestones: [m1], cards: ofSam(4321) }, ["m1"]],
  [
    "more than half the time of one here by half",
    { milestones: [m1], cards: ofSam(2400), people: [person({ percent: 50 })] },
    ["m1"],
  ],
  [
    "parallel windows that are too much together",
    {
      milestones: [m1, milestone({ id: "m2" })],
      cards: [...ofSam(2400), ...ofSam(2400, { id: "c2", milestoneId: "m2" })],
    },
    ["m1", "m2"],
  ],
  ["nothing in leave before the target", { people: awayFrom("2026-05-18", "2026-05-21") }, []],
  ["nothing in as much work as time", { milestones: [m1], cards: ofSam(4320) }, []],
  ["nothing in shared work", { milestones: [m1], cards: ofSam(8640, { assigneeIds: ["sam", "jo"] }) }, []],
  [
    "nothing in work that is begun or done",
    {
      milestones: [m1],
      cards: [...ofSam(9000, { place: "doing" }), ...ofSam(9000, { id: "c2", place: "done" })],
    },
    [],
  ],
  [
    "nothing on a day on which nobody works",
    { milestones: [milestone({ targetOn: "2026-05-23" })], people: awayFrom("2026-05-23", "2026-05-23") },
    [],
  ],
  [
    "nothing without an owner",
    { milestones: [milestone({ ownerId: null })], people: awayFrom("2026-05-18", "2026-05-24") },
    [],
  ],
])("L7 finds %s", (_, change, expected) => expect(subjectsOf("L7", change)).toEqual(expected));

test("L7 offers the last day on which the owner is there", () => {
  const [finding] = findingsOf("L7", { people: awayFrom("2026-05-20", "2026-05-24") });
  expect(finding).toMatchObject({
    level: "warn",
    why: "Sam owns “Brief agreed” and is away on its target day, 22 May 2026.",
    fix: { kind: "set_dates", changes: [{ milestoneId: "m1", targetOn: "2026-05-19" }] },
  });
});

test("L7 asks for somebody else where the owner is away from now on", () => {
  const [finding] = findingsOf("L7", {
    people: [...awayFrom("2026-05-04", "2026-05-24"), person({ id: "jo", name: "Jo" })],
  });
  expect(finding?.fix).toMatchObject({ kind: "ask", field: "ownerId", choices: ["jo"] });
});

test("L7 says how much there is to do and how much time", () => {
  const [finding] = findingsOf("L7", { milestones: [m1], cards: ofSam(4350) });
  expect(finding?.why).toBe("Sam has 72.5 h of cards until “Brief agreed” is due and 72 h to do them.");
  expect(finding?.items).toContainEqual({ kind: "card", id: "c1" });
});
