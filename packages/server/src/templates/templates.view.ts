import { templateLength } from "@milepost/planning";
import { z } from "zod";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { presentCalendar } from "../plan/calendar-presenter.ts";
import { Plan } from "../plan/plan.view.ts";
import { TemplateShape } from "./template-shape.ts";
import type { KnownTemplate } from "./templates.ts";

export const TemplateHead = z
  .object({
    id: z.string(),
    /** It came with the product: it can be used and copied, not changed. */
    builtIn: z.boolean(),
    name: z.string(),
    trade: z.string(),
    summary: z.string(),
    milestones: z.int(),
    /** Working days from the first to the last. */
    days: z.int(),
    /** So many of them make a week here. */
    daysPerWeek: z.int(),
    /** The road in miniature: its milestones that have a last day. */
    road: z.array(z.object({ title: z.string(), day: z.int() })),
    revision: z.int().nullable(),
  })
  .meta({ id: "TemplateHead" });

export const TemplateDetail = z
  .object({
    id: z.string(),
    builtIn: z.boolean(),
    plan: TemplateShape,
    revision: z.int().nullable(),
    daysPerWeek: z.int(),
    /** What its working days are counted on here, and which day it is. */
    calendar: Plan.shape.calendar,
    today: z.string(),
  })
  .meta({ id: "TemplateDetail" });

export function presentHead(
  { id, plan, revision }: KnownTemplate,
  work: WorkCalendar,
): z.input<typeof TemplateHead> {
  const { name, trade, summary, milestones } = plan;
  return {
    id,
    builtIn: revision === null,
    name,
    trade,
    summary,
    milestones: milestones.length,
    days: templateLength(plan),
    daysPerWeek: daysPerWeek(work),
    road: milestones.flatMap(({ title, targetDay }) => (targetDay === null ? [] : { title, day: targetDay })),
    revision,
  };
}

export function presentTemplate(
  { id, plan, revision }: KnownTemplate,
  work: WorkCalendar,
): z.input<typeof TemplateDetail> {
  return TemplateDetail.parse({
    id,
    builtIn: revision === null,
    plan,
    revision,
    daysPerWeek: daysPerWeek(work),
    calendar: presentCalendar(work),
    today: work.today,
  });
}

function daysPerWeek({ spec }: WorkCalendar): number {
  return Object.values(spec.week).filter((day) => day.length > 0).length;
}
