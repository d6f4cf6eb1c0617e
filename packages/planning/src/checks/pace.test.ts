import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { card, milestone } from "../testing/plans.ts";

const on = (id: string, targetOn: string) => milestone({ id, startOn: null, targetOn });
const crowd = (size: number) =>
  Array.from({ length: size }, (_, i) => milestone({ id: `m${String(i).padStart(2, "0")}` }));
const tiny = [card({ likely: 120 })];

test.each([
  ["seven weeks between targets", { milestones: [on("m1", "2026-05-20"), on("m2", "2026-07-08")] }, ["m2"]],
  [
    "a gap after a reached one",
    { milestones: [milestone({ state: "accepted" }), on("m2", "2026-07-31")] },
    ["m2"],
  ],
  [
    "a window of more than sixty working days",
    { milestones: [milestone({ startOn: "2026-05-11", targetOn: "2026-08-03" })] },
    ["m1"],
  ],
  ["nothing in six weeks", { milestones: [on("m1", "2026-05-20"), on("m2", "2026-07-01")] }, []],
  [
    "nothing in sixty working days",
    { milestones: [milestone({ startOn: "2026-05-11", targetOn: "2026-07-31" })] },
    [],
  ],
  [
    "nothing in a gap that a dropped one leaves behind it",
    {
      milestones: [on("m1", "2026-05-20"), milestone({ id: "m2", targetOn: "2026-12-01", state: "dropped" })],
    },
    [],
  ],
  [
    "nothing in a gap that is over",
    { milestones: [on("m1", "2026-01-20"), milestone({ id: "m2", state: "accepted" })] },
    [],
  ],
])("L8 finds %s", (_, change, expected) => expect(subjectsOf("L8", change)).toEqual(expected));

test("L8 names both sides of the gap", () => {
  const [finding] = findingsOf("L8", {
    milestones: [on("m1", "2026-05-20"), { ...on("m2", "2026-07-08"), title: "Shop opened" }],
  });
  expect(finding).toMatchObject({
    why: "49 days pass between “Brief agreed” and “Shop opened” without anything to show.",
    items: [
      { kind: "milestone", id: "m1" },
      { kind: "milestone", id: "m2" },
    ],
  });
});

test.each([
  ["thirteen open milestones", { milestones: crowd(13), cards: [] }, ["p1"]],
  ["a single tiny card", { milestones: [milestone()], cards: tiny }, ["m1"]],
  [
    "a single tiny card, done",
    { milestones: [milestone()], cards: [card({ likely: 30, place: "done" })] },
    ["m1"],
  ],
  [
    "nothing in thirteen of which two are in a phase",
    {
      milestones: crowd(13).map((m, i) => ({ ...m, parentId: i === 1 || i === 2 ? "m00" : null })),
      cards: [],
    },
    [],
  ],
  ["nothing in twelve", { milestones: crowd(12), cards: [] }, []],
  [
    "nothing in thirteen of which one is reached",
    { milestones: crowd(13).map((m, i) => (i === 0 ? { ...m, state: "accepted" as const } : m)), cards: [] },
    [],
  ],
  ["nothing in a single larger card", { milestones: [milestone()], cards: [card({ likely: 121 })] }, []],
  [
    "nothing in two tiny cards",
    { milestones: [milestone()], cards: [...tiny, card({ id: "c2", likely: 60 })] },
    [],
  ],
  [
    "nothing in a card that nobody estimated",
    { milestones: [milestone()], cards: [card({ likely: null })] },
    [],
  ],
])("L9 finds %s", (_, change, expected) => expect(subjectsOf("L9", change)).toEqual(expected));
