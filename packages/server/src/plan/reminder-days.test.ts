import { createCalendar, DEFAULT_WEEK } from "@milepost/planning";
import { expect, test } from "vitest";
import { reminderTurn } from "./reminder-days.ts";

const calendar = createCalendar({
  week: DEFAULT_WEEK,
  daysOff: [{ from: "2026-03-11", to: "2026-03-11" }],
});
const thursday = { dueOn: "2026-03-12", askedOn: "2026-03-02" };

test.each([
  ["2026-03-08", null],
  ["2026-03-09", "soon"],
  ["2026-03-10", "soon"],
  ["2026-03-11", null],
  ["2026-03-12", "today"],
  ["2026-03-13", "today"],
  ["2026-03-15", null],
  ["2026-03-17", "waiting"],
  ["2026-03-18", "team"],
  ["2026-04-01", "team"],
])("of what is due on Thursday, with a holiday before it, %s is %s", (today, turn) => {
  expect(reminderTurn(calendar, thursday, today)).toBe(turn);
});

test("what falls on a free day is due before it", () => {
  const saturday = { dueOn: "2026-03-14", askedOn: "2026-03-02" };
  expect(reminderTurn(calendar, saturday, "2026-03-13")).toBe("today");
});

test("nobody is reminded of what they have just been told", () => {
  const late = { dueOn: "2026-03-12", askedOn: "2026-03-12" };
  expect(reminderTurn(calendar, late, "2026-03-13")).toBe(null);
  expect(reminderTurn(calendar, late, "2026-03-17")).toBe("waiting");
});
