import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { card, link, milestone } from "../testing/plans.ts";

const m1 = milestone();
const early = milestone({
  id: "m2",
  title: "Design approved",
  startOn: "2026-05-20",
  targetOn: "2026-05-29",
});
const m2 = { ...early, startOn: "2026-05-25", targetOn: "2026-05-29" };
const back = link({ id: "l2", from: "m2", to: "m1", kind: "SF" });

test.each([
  ["a successor that starts too early", { milestones: [m1, early] }, ["m2"]],
  ["one that a lag holds", { milestones: [m1, m2], links: [link({ lagDays: 1 })] }, ["m2"]],
  [
    "a target before the one it follows",
    { milestones: [m1, { ...m2, startOn: null, targetOn: "2026-05-15" }] },
    ["m2"],
  ],
  [
    "a successor of what was reached late",
    { milestones: [{ ...m1, state: "accepted" as const, reachedOn: "2026-05-28" }, m2] },
    ["m2"],
  ],
  [
    "cards in the wrong order",
    {
      cards: [card({ dueOn: "2026-05-14" }), card({ id: "c2", startOn: "2026-05-13", milestoneId: "m2" })],
      links: [link({ from: "c1", to: "c2" })],
    },
    ["c2"],
  ],
  ["a circle", { milestones: [m1, m2], links: [link(), { ...back, kind: "FS" as const }] }, ["m1", "m1"]],
  ["nothing in a good order", { milestones: [m1, m2] }, []],
  ["nothing in a lead", { milestones: [m1, early], links: [link({ lagDays: -3 })] }, []],
  [
    "nothing in windows that only end together",
    { milestones: [m1, early], links: [link({ kind: "FF" })] },
    [],
  ],
  ["nothing where a date is missing", { milestones: [m1, { ...m2, startOn: null, targetOn: null }] }, []],
  [
    "nothing behind a dropped one, or before a reached one",
    {
      milestones: [
        { ...m1, state: "dropped" as const },
        { ...early, state: "accepted" as const },
      ],
    },
    [],
  ],
])("L13 finds %s", (_, change, expected) => expect(subjectsOf("L13", change)).toEqual(expected));

test("L13 pushes everything behind the predecessor", () => {
  const m3 = milestone({ id: "m3", startOn: "2026-06-01", targetOn: "2026-06-02" });
  const [finding] = findingsOf("L13", {
    milestones: [m1, early, m3],
    links: [link(), link({ id: "l2", from: "m2", to: "m3" })],
  });
  expect(finding).toMatchObject({
    level: "error",
    blocks: ["m2"],
    why: "“Design approved” starts too early: it follows “Brief agreed”, which allows 23 May 2026 at the earliest.",
    fix: {
      kind: "set_dates",
      changes: [
        { milestoneId: "m2", startOn: "2026-05-25", targetOn: "2026-06-03" },
        { milestoneId: "m3", startOn: "2026-06-04", targetOn: "2026-06-05" },
      ],
    },
  });
});

test("L13 asks where the push would break the dates of a card", () => {
  const cards = [card({ id: "c9", milestoneId: null, startOn: "2026-06-01" })];
  const [finding] = findingsOf("L13", {
    milestones: [m1, early],
    cards,
    links: [link(), link({ id: "l2", from: "m2", to: "c9" })],
  });
  expect(finding?.fix).toMatchObject({ kind: "ask", field: "startOn" });
});

test("L13 names a circle, blocks all of it and offers to cut its last link", () => {
  const links = [link(), { ...back, kind: "FS" as const }];
  const [circle] = findingsOf("L13", { milestones: [m1, m2], links }).filter(
    ({ items }) => items.length === 2 && items[0]?.id === "m1",
  );
  expect(circle).toMatchObject({
    why: "These wait for each other and can never start: “Brief agreed” → “Design approved” → “Brief agreed”.",
    blocks: ["m1", "m2"],
    fix: { kind: "remove_link", linkId: "l2" },
  });
});

test("L13 of cards blocks their milestones", () => {
  const links = [link({ from: "c1", to: "c3" }), link({ id: "l2", from: "c3", to: "c1" })];
  expect(findingsOf("L13", { links })[0]?.blocks).toEqual(["m1", "m2"]);
});
