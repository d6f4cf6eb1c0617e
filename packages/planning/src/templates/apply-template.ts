import type { Calendar } from "../calendar/calendar.ts";
import { LAST_DAY, toEpochDay } from "../calendar/civil-date.ts";
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from "../calendar/working-days.ts";
import type { CivilDate } from "../plan.ts";
import { type Template, templateLength } from "./template.ts";

/** The plan begins on a day, or what its end is (the fixed date's milestone, else the last day) falls on one. */
export type TemplateAnchor = { readonly startOn: CivilDate } | { readonly endOn: CivilDate };

export interface DatedMilestone {
  readonly key: string;
  readonly startOn: CivilDate | null;
  readonly targetOn: CivilDate | null;
}

export type TemplateWarning =
  /** The first day is before today; `days` calendar days are missing. */
  | { readonly code: "start_past"; readonly startOn: CivilDate; readonly days: number }
  /** The day that was asked for is free; the plan keeps to the working day `usedOn`: the one before an end, the one after a start. */
  | { readonly code: "day_off"; readonly askedOn: CivilDate; readonly usedOn: CivilDate }
  /** The calendar has no working day where one is needed. */
  | { readonly code: "no_working_days" };

export interface DatedTemplate {
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
  /** The day of the fixed date; `null` where the template has none. */
  readonly fixedOn: CivilDate | null;
  readonly milestones: readonly DatedMilestone[];
  readonly objectives: readonly { readonly key: string; readonly targetOn: CivilDate }[];
  readonly warnings: readonly TemplateWarning[];
}

/**
 * On which dates does a plan from this template fall?
 *
 * Every day of the template is so many working days of the calendar away from the anchor, forwards from a start or backwards from an end;
 * so the two directions agree: starting on the day that an end gives leads back to that end. With a fixed date the end is its
 * milestone's target, and what comes after it (a report on a launch) comes after the date. An anchor on a free day moves to the working
 * day that keeps the promise. `today` is asked only for the warning.
 * @example applyTemplate(website, { endOn: "2026-06-30" }, createCalendar({ week: DEFAULT_WEEK }), "2026-03-02").startOn // "2026-03-11"
 */
export function applyTemplate(
  template: Template,
  anchor: TemplateAnchor,
  calendar: Calendar,
  today: CivilDate,
): DatedTemplate {
  const last = Math.max(0, templateLength(template) - 1);
  const fixedDay = fixedDayOf(template);
  const askedOn = "startOn" in anchor ? anchor.startOn : anchor.endOn;
  const anchorDay = "startOn" in anchor ? 0 : (fixedDay ?? last);
  const usedOn =
    "startOn" in anchor ? nextWorkingDay(calendar, askedOn) : previousWorkingDay(calendar, askedOn);
  const dateOf = (day: number) => addWorkingDays(calendar, usedOn, day - anchorDay);
  const dateOrNull = (day: number | null) => (day === null ? null : dateOf(day));
  const startOn = dateOf(0);
  const endOn = dateOf(last);
  return {
    startOn,
    endOn,
    fixedOn: fixedDay === null ? null : dateOf(fixedDay),
    milestones: template.milestones.map(({ key, startDay, targetDay }) => ({
      key,
      startOn: dateOrNull(startDay),
      targetOn: dateOrNull(targetDay),
    })),
    objectives: template.objectives.map(({ key, targetDay }) => ({
      key,
      targetOn: dateOf(targetDay ?? last),
    })),
    warnings: warningsOf({ askedOn, usedOn, startOn, endOn }, calendar, today),
  };
}

function fixedDayOf({ fixedDate, milestones }: Template): number | null {
  if (fixedDate === null) return null;
  return milestones.find(({ key }) => key === fixedDate.milestoneKey)?.targetDay ?? null;
}

function warningsOf(
  { askedOn, usedOn, startOn, endOn }: Record<"askedOn" | "usedOn" | "startOn" | "endOn", CivilDate>,
  calendar: Calendar,
  today: CivilDate,
): TemplateWarning[] {
  const worked = [usedOn, startOn, endOn].every((date) => {
    const day = toEpochDay(date);
    return day < LAST_DAY && calendar.isWorking(day);
  });
  if (!worked) return [{ code: "no_working_days" }];
  const warnings: TemplateWarning[] = [];
  if (startOn < today)
    warnings.push({ code: "start_past", startOn, days: toEpochDay(today) - toEpochDay(startOn) });
  if (usedOn !== askedOn) warnings.push({ code: "day_off", askedOn, usedOn });
  return warnings;
}
