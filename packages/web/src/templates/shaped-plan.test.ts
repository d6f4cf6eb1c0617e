import { createCalendar } from "@milepost/planning";
import { expect, test } from "vitest";
import { calendarSpec } from "../lib/plan-model.ts";
import { aTemplate } from "../testing/template.ts";
import { startPastWords } from "./date-warnings.tsx";
import { planWords, sentDates, shapedPlan } from "./shaped-plan.ts";
import {
  type DatesWish,
  milestonesOf,
  NO_DATES,
  NO_WISH,
  type TemplateWish,
  withMilestone,
} from "./template-wish.ts";

const strategy = aTemplate("marketing-strategy");
const launch = aTemplate("product-launch");
const holidays = [{ on: "2026-04-03", name: "Good Friday" }];

function shaped(detail = strategy, dates: Partial<DatesWish> = {}, wish: TemplateWish = NO_WISH) {
  return shapedPlan(detail, wish, { ...NO_DATES, ...dates }, createCalendar(calendarSpec(detail)));
}

test("a plan begins on the next working day until something else is said", () => {
  const { by, day, dated } = shaped({ ...strategy, today: "2026-03-07" });
  expect([by, day, dated.startOn, dated.warnings]).toEqual(["start", "2026-03-09", "2026-03-09", []]);
});

test("back from an end, over the days that nobody works", () => {
  const back = shaped(strategy, { by: "end", endOn: "2026-07-31" });
  expect([back.dated.startOn, back.dated.endOn]).toEqual(["2026-03-16", "2026-07-31"]);
  const withHoliday = { ...strategy, calendar: { ...strategy.calendar, holidays } };
  expect(shaped(withHoliday, { by: "end", endOn: "2026-07-31" }).dated.startOn).toBe("2026-03-13");
});

test("a start that is past is told with its distance, and the end that can be met", () => {
  const late = shaped(strategy, { by: "end", endOn: "2026-07-03" });
  const [warning] = late.dated.warnings;
  expect(warning).toEqual({ code: "start_past", startOn: "2026-02-16", days: 14 });
  expect(warning?.code === "start_past" ? startPastWords(warning, late) : "").toMatch(
    /Feb.*, 14 days ago\.$/,
  );
  const met = shaped(strategy, { by: "end", endOn: late.earliest.endOn });
  expect([met.dated.startOn, met.dated.warnings]).toEqual(["2026-03-02", []]);
});

test("a fixed date is asked for first, and its day is what is met", () => {
  const { by, earliest } = shaped(launch);
  expect(by).toBe("end");
  const met = shaped(launch, { endOn: earliest.endOn });
  expect([met.dated.fixedOn, met.dated.startOn]).toEqual([earliest.endOn, "2026-03-02"]);
  const without = withMilestone(NO_WISH, "launch", { dropped: true });
  expect(shaped(launch, {}, without).by).toBe("start");
});

test("a year that is half typed moves nothing, and is asked for", () => {
  const half = shaped(strategy, { by: "start", startOn: "0202-05-04" });
  expect([half.dated.startOn, half.dayFault]).toEqual(["2026-03-02", "Say on which day it starts."]);
  const whole = shaped(strategy, { by: "start", startOn: "2026-05-04" });
  expect([sentDates(whole), whole.dayFault]).toEqual([{ startOn: "2026-05-04" }, null]);
});

test("an emptied day is asked for by what happens on it", () => {
  expect(shaped(strategy, { by: "end", endOn: "" }).dayFault).toBe("Say on which day it ends.");
  expect(shaped(launch, { endOn: "" }).dayFault).toBe("Say on which day “Launch day” is.");
});

test("only what differs from the template is asked for", () => {
  const changes = [
    ["research", { days: 5 }],
    ["strategy", { title: "  Direction signed " }],
    ["plan", { dropped: true, title: "Kept in mind" }],
  ] as const;
  const wish = changes.reduce((before, [key, change]) => withMilestone(before, key, change), NO_WISH);
  expect(milestonesOf(strategy.plan, wish).slice(0, 3)).toEqual([
    { key: "research", days: 5 },
    { key: "strategy", title: "Direction signed" },
    { key: strategy.plan.milestones[3]?.key },
  ]);
  const emptied = withMilestone(NO_WISH, "research", { days: null, title: "" });
  expect(milestonesOf(strategy.plan, emptied)[0]).toEqual({ key: "research" });
  const { template, dated, today } = shaped(strategy, {}, wish);
  expect(planWords({ template, dated, today })).toMatch(/^4 milestones, 16 cards; ends /);
});

test("an end alone that was typed for an empty project is the end of the plan", () => {
  expect(shaped(strategy, { endOn: "2026-09-30" }).by).toBe("end");
  expect(shaped(strategy, { startOn: "2026-04-01", endOn: "2026-09-30" }).by).toBe("start");
});
