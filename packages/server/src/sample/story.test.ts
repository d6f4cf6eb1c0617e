import { toEpochDay, weekdayOf } from "@milepost/planning";
import { expect, test } from "vitest";
import type { Actor } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { LAST_DAY, Story } from "./story.ts";

const actor: Actor = {
  workspaceId: "w",
  personId: "p",
  userId: "u",
  sessionId: "",
  name: "Mia",
  role: "member",
  zone: "Europe/Berlin",
};
// The story hands the scope on and asks nothing of it.
const scope = { actor, requestId: "r" } as Scope;
const onDay = (today: string) =>
  new Story(scope, "Europe/Berlin", today, { mia: actor, ben: actor, lena: actor });

test.each([
  ["2026-05-18", "2026-05-14"],
  ["2026-05-19", "2026-05-14"],
  ["2026-05-20", "2026-05-14"],
  ["2026-05-21", "2026-05-14"],
  ["2026-05-22", "2026-05-21"],
  ["2026-05-23", "2026-05-21"],
  ["2026-05-24", "2026-05-21"],
])(
  "looked at on %s, it begins on a Monday and ends on %s, and what comes soon is a working day",
  (today, last) => {
    const story = onDay(today);
    expect(weekdayOf(toEpochDay(story.day(0)))).toBe(0);
    expect(story.day(LAST_DAY)).toBe(last);
    for (const days of [1, 2, 3]) expect(weekdayOf(toEpochDay(story.soon(days)))).toBeLessThan(5);
    expect(story.soon(1) > today).toBe(true);
  },
);

test("what is told in any order happens in the order of time, by the clock of the zone", async () => {
  const story = onDay("2026-05-20");
  const happened: string[] = [];
  const note = (what: string) => async (at: Scope) => happened.push(`${what} ${at.now.toISOString()}`);
  story.at(1, 9.5, "mia", note("second"));
  story.at(1, 15, "ben", note("third"));
  story.at(0, 9, "lena", note("first"));
  await story.tell();
  expect(happened).toEqual([
    "first 2026-03-30T07:00:00.000Z",
    "second 2026-03-31T07:30:00.000Z",
    "third 2026-03-31T13:00:00.000Z",
  ]);
});
