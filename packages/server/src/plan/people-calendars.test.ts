import { createCalendar, DEFAULT_WEEK, projectCalendar, workingMinutesBetween } from "@milepost/planning";
import { expect, test } from "vitest";
import { clientCalendar, timeOfPerson, workerTime } from "./people-calendars.ts";
import type { WorkTimes } from "./work-times.store.ts";

const workspace = projectCalendar(DEFAULT_WEEK, [{ from: "2026-10-05", to: "2026-10-05", why: "Unity" }]);
const wish = { projectId: "p1", workspace, today: "2026-03-02" };
const nothing: WorkTimes = { weeks: [], daysOff: [], allocations: [], holidays: null };
const hoursOn = (times: WorkTimes, days: string[]) => {
  const { calendar, percent } = timeOfPerson(times, wish);
  const ready = createCalendar(calendar ?? workspace);
  return days.map((day) => (workingMinutesBetween(ready, day, day) * percent) / 6000);
};
const day = (from: number, to: number) => [[from, to]];
const partTime = [day(540, 780), day(540, 780), day(540, 780), day(540, 780), [], [], []];

test("who has said nothing works as the workspace does", () => {
  expect(timeOfPerson(nothing, wish)).toEqual({ calendar: null, percent: 100 });
  expect(timeOfPerson(undefined, wish)).toEqual({ calendar: null, percent: 100 });
});

test("who works in another country has its holidays instead", () => {
  const holidays = [
    { day: "2026-10-26", name: "Nationalfeiertag" },
    { day: "2026-05-01", name: "Staatsfeiertag" },
  ];
  expect(hoursOn({ ...nothing, holidays }, ["2026-05-01", "2026-10-05", "2026-10-26"])).toEqual([0, 8, 0]);
});

test("four hours from Monday to Thursday from 1 May on, half a day off, half of the time elsewhere", () => {
  const times: WorkTimes = {
    ...nothing,
    weeks: [{ week: partTime, from: "2026-05-01", to: null }],
    daysOff: [
      { from: "2026-05-04", to: "2026-05-05", part: "day" },
      { from: "2026-05-06", to: "2026-05-06", part: "morning" },
      { from: "2026-10-05", to: "2026-10-05", part: "morning" },
    ],
    allocations: [{ project: null, percent: 50, from: "2024-01-01", to: null }],
  };
  const days = ["2026-04-30", "2026-05-01", "2026-05-04", "2026-05-06", "2026-05-07", "2026-10-05"];
  expect(hoursOn(times, days)).toEqual([4, 0, 0, 1, 2, 0]);
});

test("a project has its own part of the time, from the day on which it is given", () => {
  const allocations = [{ project: "p1", percent: 25, from: "2026-05-04", to: null }];
  expect(hoursOn({ ...nothing, allocations }, ["2026-04-30", "2026-05-04"])).toEqual([8, 2]);
  const other = [{ project: "p2", percent: 25, from: "2026-05-04", to: null }];
  expect(hoursOn({ ...nothing, allocations: other }, ["2026-04-30", "2026-05-04"])).toEqual([8, 6]);
});

test("a client without a country answers on the project's calendar, with one on its own", () => {
  expect(clientCalendar(null, workspace)).toBeNull();
  const swiss = clientCalendar([{ day: "2026-10-02", name: "Own day" }], workspace);
  expect(swiss?.daysOff?.map(({ from }) => from)).toEqual(["2026-10-02"]);
});

test("the time that went into cards is measured by the whole week, and by what of it is for which project", () => {
  const usual = { spec: workspace, calendar: createCalendar(workspace), today: "2026-03-02" };
  const times: WorkTimes = {
    ...nothing,
    weeks: [{ week: partTime, from: null, to: null }],
    allocations: [{ project: "p1", percent: 50, from: "2026-03-09", to: null }],
  };
  const { calendar, allocations } = workerTime(times, usual);
  expect(workingMinutesBetween(calendar, "2026-03-16", "2026-03-16")).toBe(240);
  expect(allocations).toEqual([{ projectId: "p1", percent: 50, from: "2026-03-09", to: null }]);
  expect(workerTime(nothing, usual)).toEqual({ calendar: usual.calendar, allocations: [] });
  expect(workerTime(undefined, usual)).toEqual({ calendar: usual.calendar, allocations: [] });
});
