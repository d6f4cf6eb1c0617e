import { expect, test } from "vitest";
import { happened } from "./happened.ts";

const changes = [
  {
    milestoneId: "m2",
    before: { startOn: "2031-05-19", targetOn: "2031-05-30" },
    after: { startOn: "2031-05-20", targetOn: "2031-06-02" },
  },
];
const because = { eventId: "e1", milestoneId: "m1" };
const numbers: Record<string, number> = { m1: 1, m2: 2 };

test.each([
  ["milestone.datesChanged", { changes }, /^moved it from .*30.* to .*2/],
  ["milestone.datesPushed", { changes, because }, /^moved it along from .*30.* to .*2.* with M1$/],
  ["milestone.datesPushed", { changes, because, undoes: "e1" }, /^put the dates back with M1$/],
  [
    "milestone.datesPushed",
    { changes, because: { milestoneId: "gone" } },
    /^moved it along from .* to Mon.*2031$/,
  ],
  ["milestone.datesUndone", { changes }, /^put the dates back$/],
  ["milestone.openCardsMoved", { cards: ["c1", "c2"], to: "m1" }, /^moved 2 open cards to M1$/],
  ["milestone.openCardsMoved", { cards: ["c1"], to: "later" }, /^moved 1 open card to Later$/],
  ["milestone.openCardsMoved", { cards: ["c1", "c2"], to: "done" }, /^marked 2 open cards as done$/],
  ["milestone.openCardsMoved", { cards: ["c1"], to: "archive" }, /^archived 1 open card$/],
  ["milestone.deleted", {}, /^put it into the trash$/],
  ["milestone.moved", { to: "agreed" }, /^moved it to agreed$/],
  ["milestone.moved", { to: "agreed", chance: 0.312 }, /^moved it to agreed at a chance of 31 %$/],
  ["milestone.moved", { to: "agreed", chance: 0.001 }, /^moved it to agreed at a chance of under 1 %$/],
  ["milestone.newThing", {}, /^new thing$/],
])("%s with %j", (verb, data, expected) => {
  expect(happened({ verb, data }, "m2", (id) => numbers[id])).toMatch(expected);
});
