import { expect, test } from "vitest";
import { keptDates } from "./kept-dates.ts";

const reached = (id: string, reachedOn: string) => ({ id, state: "accepted" as const, reachedOn });
const AGREED = new Map([
  ["m1", "2026-05-08"],
  ["m2", "2026-05-15"],
  ["m3", "2026-05-22"],
]);

test.each([
  ["nothing reached yet", [{ id: "m1", state: "active" as const, reachedOn: null }], { kept: 0, of: 0 }],
  ["on the day", [reached("m1", "2026-05-08")], { kept: 1, of: 1 }],
  ["a day late", [reached("m1", "2026-05-09")], { kept: 0, of: 1 }],
  ["added later", [reached("m9", "2026-05-01")], { kept: 0, of: 0 }],
  [
    "dropped after it was reached by mistake",
    [{ id: "m1", state: "dropped" as const, reachedOn: "2026-05-01" }],
    { kept: 0, of: 0 },
  ],
  ["some of several", [reached("m1", "2026-05-01"), reached("m2", "2026-05-18")], { kept: 1, of: 2 }],
])("%s", (_, milestones, kept) => {
  expect(keptDates(AGREED, milestones)).toEqual(kept);
});
