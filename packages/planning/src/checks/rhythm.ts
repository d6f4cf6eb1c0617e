import { addDays } from "../calendar/civil-date.ts";
import { nextWorkingDay, windowLength } from "../calendar/working-days.ts";
import type { CivilDate, PlanMilestone } from "../plan.ts";
import { ask, type CheckContext, counted, dayInWords, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";

/** Below so many milestones there is no rhythm to speak of. */
const ENOUGH = 3;

/** L20: more milestones than people can bring about: above one for each five working days and person, from today to the last target. */
export function crowdedMilestones({ plan, open, today, calendar, settings }: CheckContext): Finding[] {
  const ahead = datedAhead(open, today);
  const last = ahead.reduce((latest, { on }) => (on > latest ? on : latest), today);
  const first = plan.startOn !== null && plan.startOn > today ? plan.startOn : today;
  const days = windowLength(calendar, first, last);
  const people = Math.max(1, plan.people.length);
  const most = Math.max(1, Math.ceil(days / settings.daysPerMilestone)) * people;
  if (ahead.length <= ENOUGH || ahead.length <= most) return [];
  const project: Subject = { kind: "project", id: plan.projectId };
  const why = `${counted(ahead.length, "milestone")} in ${counted(days, "working day")} are too many for ${people === 1 ? "one person" : `${people} people`}: more than ${most} cannot be followed.`;
  return [
    found("L20", "info", project, why, {
      items: ahead.map(({ id }) => ({ kind: "milestone", id })),
      fix: ask(project, "milestones", "Which of them belong together in one phase?"),
    }),
  ];
}

/** L21: all targets at ends of months, or all on one day: dates of a calendar, not of the work. */
export function datesAlike({ plan, open, today, calendar }: CheckContext): Finding[] {
  const ahead = datedAhead(open, today);
  const [first] = ahead;
  if (first === undefined || ahead.length < ENOUGH) return [];
  const sameDay = ahead.every(({ on }) => on === first.on);
  const monthEnds = ahead.every(
    ({ on }) => nextWorkingDay(calendar, addDays(on, 1)).slice(0, 7) > on.slice(0, 7),
  );
  if (!sameDay && !monthEnds) return [];
  const project: Subject = { kind: "project", id: plan.projectId };
  const what = sameDay ? `are all due on ${dayInWords(first.on)}` : "are all due at the end of a month";
  const why = `${counted(ahead.length, "milestone")} ${what}: such dates come from the calendar and not from the work.`;
  return [
    found("L21", "info", project, why, {
      items: ahead.map(({ id }) => ({ kind: "milestone", id })),
      fix: ask(project, "targetOn", "When can each of them really be there?"),
    }),
  ];
}

/** L26: reviews that are more than two weeks apart. */
export function rareReviews({ plan, open, settings }: CheckContext): Finding[] {
  const { everyDays } = plan.reviews;
  if (open.length === 0 || everyDays === null || everyDays <= settings.maxReviewDays) return [];
  const project: Subject = { kind: "project", id: plan.projectId };
  const why = `${counted(everyDays, "day")} pass between two reviews: a date can slip that long before anybody notices.`;
  return [
    found("L26", "info", project, why, {
      fix: { kind: "set_review_cadence", everyDays: settings.maxReviewDays },
    }),
  ];
}

function datedAhead(open: readonly PlanMilestone[], today: CivilDate): { id: string; on: CivilDate }[] {
  return open.flatMap(({ id, targetOn }) =>
    targetOn === null || targetOn < today ? [] : [{ id, on: targetOn }],
  );
}
