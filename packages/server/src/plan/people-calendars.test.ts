import { createCalendar, DEFAULT_WEEK, isWorkingDay, projectCalendar } from "@milepost/planning";
import { expect, test } from "vitest";
import { calendarOfPerson, clientCalendar } from "./people-calendars.ts";

const workspace = projectCalendar(DEFAULT_WEEK, [{ from: "2026-10-03", to: "2026-10-03", why: "Unity" }]);
const sam = { id: "sam", name: "Sam", week: null, daysOff: [], holidays: null };
const worked = (spec: ReturnType<typeof calendarOfPerson>, days: string[]) => {
  const calendar = createCalendar(spec ?? workspace);
  return days.filter((day) => isWorkingDay(calendar, day));
};
// Fridays and a Monday: 1 May, 2 October, 26 October (Austria's own day).
const days = ["2026-05-01", "2026-10-02", "2026-10-26"];

test("who has said nothing works as the workspace does", () => {
  expect(calendarOfPerson(sam, workspace)).toBeNull();
});

test("who works in another country has its holidays instead", () => {
  const holidays = [
    { day: "2026-10-26", name: "Nationalfeiertag" },
    { day: "2026-05-01", name: "Staatsfeiertag" },
  ];
  const own = calendarOfPerson({ ...sam, holidays }, workspace);
  expect(worked(own, days)).toEqual(["2026-10-02"]);
  expect(own?.daysOff?.map(({ why }) => why)).not.toContain("Unity");
});

test("a client without a country answers on the project's calendar, with one on its own", () => {
  expect(clientCalendar(null, workspace)).toBeNull();
  const swiss = clientCalendar([{ day: "2026-10-02", name: "Own day" }], workspace);
  expect(worked(swiss, days)).toEqual(["2026-05-01", "2026-10-26"]);
});
