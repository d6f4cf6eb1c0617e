import {
  adaptTemplate,
  applyTemplate,
  type Calendar,
  createCalendar,
  type DatedTemplate,
  nextWorkingDay,
  type Template,
  type TemplateAnchor,
} from "@milepost/planning";
import { useMemo } from "react";
import { counted } from "../lib/counted.ts";
import { dayText } from "../lib/dates.ts";
import { calendarSpec } from "../lib/plan-model.ts";
import type { TemplateDetail } from "../lib/template-query.ts";
import { anchorOf, type DatesWish, directionOf, milestonesOf, type TemplateWish } from "./template-wish.ts";

/** A template as somebody wants it, on this workspace's days. */
export interface ShapedPlan {
  /** What is kept of it. */
  template: Template;
  dated: DatedTemplate;
  by: "start" | "end";
  /** The day of the field; empty while it holds none. */
  day: string;
  /** What is wrong with it; `null` when the plan is counted from it. */
  dayFault: string | null;
  /** The first day that is not past, and the end that it leads to. */
  earliest: { startOn: string; endOn: string };
  calendar: Calendar;
  today: string;
}

/** `null` while the template is not there yet. */
export function useShapedPlan(
  detail: TemplateDetail | undefined,
  wish: TemplateWish,
  dates: DatesWish,
): ShapedPlan | null {
  const calendar = useMemo(() => (detail ? createCalendar(calendarSpec(detail)) : null), [detail]);
  return detail && calendar ? shapedPlan(detail, wish, dates, calendar) : null;
}

export function shapedPlan(
  { plan, today }: Pick<TemplateDetail, "plan" | "today">,
  wish: TemplateWish,
  dates: DatesWish,
  calendar: Calendar,
): ShapedPlan {
  const template = adaptTemplate(plan, milestonesOf(plan, wish));
  const startOn = nextWorkingDay(calendar, today);
  const soonest = applyTemplate(template, { startOn }, calendar, today);
  const earliest = { startOn, endOn: soonest.fixedOn ?? soonest.endOn };
  const by = directionOf(template, dates);
  const anchor = anchorOf(template, dates, earliest);
  const said = by === "start" ? dates.startOn : dates.endOn;
  return {
    template,
    dated: anchor === null ? soonest : applyTemplate(template, anchor, calendar, today),
    by,
    day: said ?? (by === "start" ? earliest.startOn : earliest.endOn),
    dayFault: anchor === null ? dayFaultOf(template, by) : null,
    earliest,
    calendar,
    today,
  };
}

function dayFaultOf({ fixedDate }: Template, by: ShapedPlan["by"]): string {
  const what = by === "start" ? "it starts" : fixedDate ? `“${fixedDate.title}” is` : "it ends";
  return `Say on which day ${what}.`;
}

/** What is sent: where it is counted from. */
export function sentDates({ by, day }: ShapedPlan): TemplateAnchor {
  return by === "start" ? { startOn: day } : { endOn: day };
}

/** "5 milestones, 23 cards; ends Tue 30 Jun". */
export function planWords({
  template,
  dated,
  today,
}: Pick<ShapedPlan, "template" | "dated" | "today">): string {
  const { milestones } = template;
  const cards = milestones.reduce((count, { activities }) => count + activities.length, 0);
  const parts = `${counted(milestones.length, "milestone")}, ${counted(cards, "card")}`;
  return `${parts}; ends ${dayText(dated.endOn, today)}`;
}
