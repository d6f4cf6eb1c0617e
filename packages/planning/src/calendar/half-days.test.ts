import { expect, test } from "vitest";
import { DEFAULT_WEEK } from "./calendar.ts";
import { halfDays } from "./half-days.ts";

const time = { week: DEFAULT_WEEK, workWeeks: [] };

test("of a day with one interval its other half is worked", () => {
  const days = [
    { on: "2026-05-04", half: "morning" },
    { on: "2026-05-05", half: "afternoon" },
  ] as const;
  expect(halfDays(time, days).map(({ intervals }) => intervals)).toEqual([[[780, 1020]], [[540, 780]]]);
});

test("a break does not count, and the longer half of an odd number of minutes is worked", () => {
  const week = { mon: [[540, 720] as const, [780, 1021] as const] };
  const ask = (half: "morning" | "afternoon") =>
    halfDays({ week, workWeeks: [] }, [{ on: "2026-05-04", half }])[0]?.intervals;
  expect(ask("morning")).toEqual([[810, 1021]]);
  expect(ask("afternoon")).toEqual([
    [540, 720],
    [780, 811],
  ]);
});

test("the week that holds on the day counts, and a free weekday has no half", () => {
  const workWeeks = [{ from: "2026-05-04", to: "2026-05-10", week: { mon: [[600, 720] as const] } }];
  const days = [
    { on: "2026-05-04", half: "morning" },
    { on: "2026-05-05", half: "morning" },
  ] as const;
  expect(halfDays({ week: DEFAULT_WEEK, workWeeks }, days).map(({ intervals }) => intervals)).toEqual([
    [[660, 720]],
    [],
  ]);
});
