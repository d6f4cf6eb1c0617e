import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { addDays } from "../calendar/civil-date.ts";
import { milestoneTrend, type TrendInput, type TrendLine, type TrendReport } from "./milestone-trend.ts";

const START = "2026-01-05";
const calendar = createCalendar({ week: DEFAULT_WEEK });

/** One report a week, each naming a day so many days after the start. */
const weekly = (milestoneId: string, planned: readonly number[]): TrendReport[] =>
  planned.map((days, i) => ({ milestoneId, on: addDays(START, 7 * i), plannedOn: addDays(START, days) }));

function lineOf(planned: readonly number[], more: Partial<TrendInput> = {}): TrendLine {
  const [line] = milestoneTrend({ reports: weekly("m1", planned), ...more }, calendar).lines;
  if (line === undefined) throw new Error("no line");
  return line;
}

describe("the class of a line", () => {
  test.each([
    ["too_short", [60, 70]],
    ["steady", [60, 60, 60, 60]],
    ["steady", [60, 60, 61, 61, 61, 61, 61]],
    ["steady", [60, 58, 56, 56]],
    ["drifting", [60, 62, 65, 70]],
    ["drifting", [60, 60, 63, 63, 66, 66, 70]],
    ["see_saw", [60, 66, 60, 66, 61]],
    ["see_saw", [60, 50, 61, 52, 60]],
    ["frozen_then_jump", [42, 42, 42, 42, 42, 63]],
    ["frozen_then_jump", [30, 30, 30, 30, 44, 48]],
  ] as const)("is %s for %j", (expected, planned) => expect(lineOf(planned).class).toBe(expected));

  test("a jump long before the date is a new plan, not late honesty", () => {
    expect(lineOf([120, 120, 120, 134, 134, 134]).class).not.toBe("frozen_then_jump");
  });
});

test("a drifting line meets the diagonal where its pace leads", () => {
  const line = lineOf([60, 63, 66, 69]);
  expect(line.slope).toBeCloseTo(3 / 7, 12);
  expect(line.crossesOn).toBe(addDays(START, 21 + 84));
});

test("a line that moves a day a day never meets the diagonal", () => {
  expect(lineOf([60, 68, 76]).crossesOn).toBeNull();
});

test("a reached line ends on the diagonal, and what was reported afterwards does not count", () => {
  const reachedOn = new Map([["m1", addDays(START, 20)]]);
  const line = lineOf([14, 14, 16, 99], { reachedOn });
  expect(line.points.at(-1)).toEqual({ on: addDays(START, 20), plannedOn: addDays(START, 20) });
  expect(line.points).toHaveLength(4);
  expect(line.facts).toContainEqual({
    code: "reached",
    on: addDays(START, 20),
    slip: { workingDays: 4, calendarDays: 6 },
  });
});

test("M3 moved 3 times, +14 d; M4 follows it; M5 does not", () => {
  const reports = [
    ...weekly("m3", [60, 65, 65, 70, 74]),
    ...weekly("m4", [80, 85, 85, 90, 94]),
    ...weekly("m5", [95, 95, 97, 97, 97]),
  ];
  const facts = new Map(
    milestoneTrend({ reports }, calendar).lines.map((each) => [each.milestoneId, each.facts]),
  );
  expect(facts.get("m3")).toEqual([
    { code: "moved", times: 3, slip: { workingDays: 10, calendarDays: 14 } },
    { code: "will_slip", since: addDays(START, 28) },
  ]);
  expect(facts.get("m4")).toContainEqual({ code: "follows", milestoneId: "m3" });
  expect(facts.get("m5")).toEqual([{ code: "moved", times: 1, slip: { workingDays: 0, calendarDays: 2 } }]);
});

test("with links, only a milestone that comes before is followed", () => {
  const reports = [
    ...weekly("m1", [60, 65, 70]),
    ...weekly("m2", [70, 75, 80]),
    ...weekly("m3", [90, 95, 100]),
  ];
  const follows = (links: TrendInput["links"]) =>
    milestoneTrend({ reports, ...(links && { links }) }, calendar).lines.flatMap(({ milestoneId, facts }) =>
      facts.flatMap((fact) => (fact.code === "follows" ? [`${milestoneId}<${fact.milestoneId}`] : [])),
    );
  expect(follows(undefined)).toEqual(["m2<m1", "m3<m2"]);
  expect(follows([{ from: "m1", to: "m3" }])).toEqual(["m3<m1"]);
});

const someReports = fc
  .array(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 }), { maxLength: 4 })
  .map((lines) => lines.flatMap((planned, i) => weekly(`m${i}`, planned)));

test("the order of the reports makes no difference", () => {
  fc.assert(
    fc.property(someReports, (reports) => {
      expect(milestoneTrend({ reports: [...reports].reverse() }, calendar)).toEqual(
        milestoneTrend({ reports }, calendar),
      );
    }),
  );
});

test("a new baseline adds its points and leaves the old ones", () => {
  fc.assert(
    fc.property(someReports, fc.nat(300), (reports, days) => {
      const later = { milestoneId: "m0", on: addDays(START, 400), plannedOn: addDays(START, 400 + days) };
      const before = milestoneTrend({ reports }, calendar).lines.find(
        ({ milestoneId }) => milestoneId === "m0",
      );
      const after = milestoneTrend({ reports: [...reports, later] }, calendar).lines.find(
        ({ milestoneId }) => milestoneId === "m0",
      );
      expect(after?.points.slice(0, -1)).toEqual(before?.points ?? []);
    }),
  );
});

test("the same reports four weeks later give the same lines four weeks later", () => {
  const moved = (reports: readonly TrendReport[]) =>
    reports.map(({ milestoneId, on, plannedOn }) => ({
      milestoneId,
      on: addDays(on, 28),
      plannedOn: addDays(plannedOn, 28),
    }));
  const shape = (reports: readonly TrendReport[]) =>
    milestoneTrend({ reports }, calendar).lines.map(
      ({ milestoneId, class: kind, slope, willSlip, facts }) => [
        milestoneId,
        kind,
        slope,
        willSlip,
        facts.filter(({ code }) => code !== "will_slip"),
      ],
    );
  fc.assert(
    fc.property(someReports, (reports) => void expect(shape(moved(reports))).toEqual(shape(reports))),
  );
});

test("all lies between the ends of the diagonal", () => {
  fc.assert(
    fc.property(someReports, (reports) => {
      const { lines, diagonal } = milestoneTrend({ reports }, calendar);
      for (const { on, plannedOn } of lines.flatMap(({ points }) => points)) {
        expect(
          [on, plannedOn].every((day) => day >= (diagonal?.from ?? "") && day <= (diagonal?.to ?? "")),
        ).toBe(true);
      }
    }),
  );
});
