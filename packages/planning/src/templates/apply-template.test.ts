import fc from "fast-check";
import { expect, it } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { addDays, fromEpochDay, toEpochDay } from "../calendar/civil-date.ts";
import { isWorkingDay, windowLength, workingDaysBetween } from "../calendar/working-days.ts";
import type { CivilDate } from "../plan.ts";
import { calendarSpecs } from "../testing/calendars.ts";
import { applyTemplate, type DatedTemplate } from "./apply-template.ts";
import { BUILT_IN_TEMPLATES } from "./built-in/built-in.ts";
import { marketingStrategy } from "./built-in/en/marketing-strategy.ts";
import { productLaunch } from "./built-in/en/product-launch.ts";
import { templateLength } from "./template.ts";

const FIRST = toEpochDay("2026-03-02");
const weekdays = createCalendar({ week: DEFAULT_WEEK });
const templates = fc.constantFrom(...Object.values(BUILT_IN_TEMPLATES));
const calendars = calendarSpecs(FIRST).map(createCalendar);
const dates = fc.integer({ min: 0, max: 400 }).map((days) => fromEpochDay(FIRST + days));

const windows = ({ milestones }: DatedTemplate): CivilDate[] =>
  milestones.flatMap(({ startOn, targetOn }) => [startOn ?? "", targetOn ?? ""]);

it("counts forwards from a start and leaves out days off", () => {
  const calendar = createCalendar({
    week: DEFAULT_WEEK,
    daysOff: [{ from: "2026-03-06", to: "2026-03-06" }],
  });
  const dated = applyTemplate(marketingStrategy, { startOn: "2026-03-02" }, calendar, "2026-03-01");
  expect(dated.milestones.slice(0, 2)).toEqual([
    { key: "research", startOn: "2026-03-02", targetOn: "2026-03-30" },
    { key: "strategy", startOn: "2026-03-31", targetOn: "2026-04-27" },
  ]);
  expect(dated.warnings).toEqual([]);
});

it("counts backwards from an end", () => {
  const dated = applyTemplate(marketingStrategy, { endOn: "2026-06-30" }, weekdays, "2026-01-05");
  expect(dated.startOn).toBe("2026-02-11");
  expect(dated.milestones.at(-1)).toEqual({ key: "report", startOn: "2026-06-03", targetOn: "2026-06-30" });
  expect(dated.objectives.map(({ targetOn }) => targetOn)).toEqual(["2026-06-30", "2026-06-30"]);
});

it("puts the launch on the fixed date and the report after it", () => {
  const dated = applyTemplate(productLaunch, { endOn: "2026-06-30" }, weekdays, "2026-01-05");
  expect(dated.fixedOn).toBe("2026-06-30");
  expect(dated.milestones.find(({ key }) => key === "launch")?.targetOn).toBe("2026-06-30");
  expect(dated.endOn).toBe("2026-07-28");
});

it.each([
  [
    "a start that is past",
    { endOn: "2026-06-30" },
    "2026-02-21",
    [{ code: "start_past", startOn: "2026-02-11", days: 10 }],
  ],
  ["no start that is today", { startOn: "2026-02-11" }, "2026-02-11", []],
  [
    "an end on a Sunday",
    { endOn: "2026-06-28" },
    "2026-01-01",
    [{ code: "day_off", askedOn: "2026-06-28", usedOn: "2026-06-26" }],
  ],
  [
    "a start on a Sunday",
    { startOn: "2026-03-01" },
    "2026-01-01",
    [{ code: "day_off", askedOn: "2026-03-01", usedOn: "2026-03-02" }],
  ],
])("warns of %s", (_, anchor, today, warnings) => {
  expect(applyTemplate(marketingStrategy, anchor, weekdays, today).warnings).toEqual(warnings);
});

it("says that a calendar without work has no dates", () => {
  const { warnings } = applyTemplate(
    marketingStrategy,
    { startOn: "2026-03-02" },
    createCalendar({ week: {} }),
    "2026-03-02",
  );
  expect(warnings).toEqual([{ code: "no_working_days" }]);
});

it("gives the same dates forwards from the start that backwards gave", () => {
  fc.assert(
    fc.property(templates, calendars, dates, (template, calendar, endOn) => {
      const back = applyTemplate(template, { endOn }, calendar, "2026-01-01");
      const forth = applyTemplate(template, { startOn: back.startOn }, calendar, "2026-01-01");
      expect({ ...forth, warnings: [] }).toEqual({ ...back, warnings: [] });
    }),
  );
});

it("plans on working days only, in the template's order and with its lengths", () => {
  fc.assert(
    fc.property(templates, calendars, dates, (template, calendar, startOn) => {
      const dated = applyTemplate(template, { startOn }, calendar, "2026-01-01");
      expect(windows(dated).every((date) => isWorkingDay(calendar, date))).toBe(true);
      expect(windowLength(calendar, dated.startOn, dated.endOn)).toBe(templateLength(template));
      const days = template.milestones.flatMap(({ startDay, targetDay }) => [startDay ?? 0, targetDay ?? 0]);
      for (const [n, date] of windows(dated).entries())
        expect(workingDaysBetween(calendar, dated.startOn, date)).toBe(days[n]);
    }),
  );
});

it("never ends later when it starts a day earlier", () => {
  fc.assert(
    fc.property(templates, calendars, dates, (template, calendar, startOn) => {
      const later = applyTemplate(template, { startOn }, calendar, "2026-01-01");
      const earlier = applyTemplate(template, { startOn: addDays(startOn, -1) }, calendar, "2026-01-01");
      expect(windows(earlier).every((date, n) => date <= (windows(later)[n] ?? ""))).toBe(true);
    }),
  );
});
