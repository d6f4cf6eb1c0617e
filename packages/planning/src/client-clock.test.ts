import { expect, test } from "vitest";
import { createCalendar } from "./calendar/calendar.ts";
import { clientClock, usualAnswerDays } from "./client-clock.ts";
import { clientItemsOf } from "./client-items.ts";
import type { PlanClientItem } from "./plan.ts";

const day = [[540, 1020]] as const;
const calendar = createCalendar({
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  daysOff: [{ from: "2026-05-14", to: "2026-05-14" }],
});
const window = { from: "2026-05-04", to: "2026-05-15" };

test.each([
  ["nothing was asked", [], 0, 9],
  ["asked and answered on one day", [{ from: "2026-05-06", to: "2026-05-06" }], 0, 9],
  ["over a weekend", [{ from: "2026-05-08", to: "2026-05-11" }], 1, 8],
  [
    "two things at once count once",
    [
      { from: "2026-05-05", to: "2026-05-07" },
      { from: "2026-05-06", to: "2026-05-08" },
    ],
    3,
    6,
  ],
  ["over a holiday and beyond the window", [{ from: "2026-05-13", to: "2026-05-18" }], 2, 8],
])("%s", (_name, waits, clientDays, teamDays) => {
  expect(clientClock(calendar, window, waits)).toEqual({ clientDays, teamDays });
});

test("without a window nobody knows the team's days", () => {
  const waits = [{ from: "2026-05-05", to: "2026-05-07" }];
  expect(clientClock(calendar, null, waits)).toEqual({ clientDays: 2, teamDays: null });
});

test.each([
  [[], null],
  [[1, 9], null],
  [[4, 1, 2], 2],
  [[0, 0, 0], 1],
  [[1, 2, 5, 30], 4],
])("of answers after %j days the usual one takes %s", (days, usual) => {
  expect(usualAnswerDays(days)).toBe(usual);
});

const photos: PlanClientItem = {
  id: "photos",
  kind: "request",
  title: "Photos",
  milestoneId: "m1",
  askedOn: "2026-05-01",
  dueOn: null,
};
const driver = (kind: "request" | "client" | "card", id: string, days: number) => ({
  kind,
  id,
  share: 0.5,
  days,
});

test.each([
  ["what is overdue", { ...photos, dueOn: "2026-05-11" }, [], true],
  ["what is due today", { ...photos, dueOn: "2026-05-12" }, [], false],
  ["what the date hangs on most", photos, [driver("card", "c1", 2), driver("request", "photos", 5)], true],
  ["what it hangs on less", photos, [driver("card", "c1", 6), driver("request", "photos", 5)], false],
  [
    "a decision on the milestone",
    { ...photos, kind: "approval" as const },
    [driver("client", "m1", 4)],
    true,
  ],
])("%s decides when it can be reached: %#", (_name, item, drivers, drives) => {
  expect(clientItemsOf([item], "m1", drivers, "2026-05-12")).toEqual([
    { id: "photos", askedOn: "2026-05-01", drives },
  ]);
  expect(clientItemsOf([item], "m2", drivers, "2026-05-12")).toEqual([]);
});
