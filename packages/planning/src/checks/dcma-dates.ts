import { addDays } from "../calendar/civil-date.ts";
import { addWorkingDays, workingDaysBetween } from "../calendar/working-days.ts";
import type { Plan } from "../plan.ts";
import { schedulePlan } from "../schedule/plan-schedule.ts";
import type { ScheduledItem } from "../schedule/scheduled-item.ts";
import { asCard, asMilestone, type DcmaTasks, dueTasks } from "./dcma-tasks.ts";
import type { Subject } from "./finding.ts";

/** The delay that the critical path test puts into the plan, in working days. */
const TEST_DAYS = 600;

function scheduled({ schedule }: DcmaTasks): readonly ScheduledItem[] {
  return schedule.ok ? schedule.items : [];
}

const subjectOf = ({ kind, id }: ScheduledItem): Subject => ({ kind, id });

/** DCMA-6: tasks that could slip for long and nobody would see it. */
export function highFloat(tasks: DcmaTasks): Subject[] {
  return scheduled(tasks)
    .filter(({ totalSlackDays }) => totalSlackDays > tasks.settings.longFloatDays)
    .map(subjectOf);
}

/** DCMA-7: milestones that the links and estimates lead to later than promised. */
export function negativeFloat(tasks: DcmaTasks): { id: string; earliestOn: string }[] {
  const finishes = new Map(scheduled(tasks).map(({ id, earlyFinishOn }) => [id, earlyFinishOn]));
  return tasks.milestones.flatMap(({ id, targetOn }) => {
    const earliestOn = finishes.get(id) ?? null;
    return targetOn === null || earliestOn === null || earliestOn <= targetOn ? [] : [{ id, earliestOn }];
  });
}

/** DCMA-8: cards whose likely effort is more than so many working days. */
export function longTasks({ cards, context, settings }: DcmaTasks): Subject[] {
  const most = settings.longTaskDays * context.calendar.minutesPerDay;
  return cards.filter(({ likely }) => likely !== null && likely > most).map(asCard);
}

/** DCMA-9: what has happened lies in the future, or what is to come in the past. */
export function invalidDates({ context, milestones, cards }: DcmaTasks): Subject[] {
  const { plan, today } = context;
  const ahead = (day: string | null) => day !== null && day > today;
  const over = (day: string | null) => day !== null && day < today;
  return [
    ...plan.milestones.filter(({ reachedOn }) => ahead(reachedOn)).map(asMilestone),
    ...plan.cards.filter(({ startedOn, doneOn }) => ahead(startedOn) || ahead(doneOn)).map(asCard),
    ...milestones.filter(({ targetOn }) => over(targetOn)).map(asMilestone),
    ...cards.filter(({ dueOn }) => over(dueOn)).map(asCard),
  ];
}

/** DCMA-12: does the end move by as much when a task of the longest path takes 600 working days more? `null` where nothing is open. */
export function criticalPathHolds({ schedule, context }: DcmaTasks): boolean | null {
  if (!schedule.ok) return false;
  const [id] = schedule.longestPath;
  if (id === undefined || schedule.finishOn === null) return null;
  const later = schedulePlan(delayed(context.plan, id, context), context.today);
  if (!later.ok || later.finishOn === null) return false;
  const moved = workingDaysBetween(context.calendar, schedule.finishOn, later.finishOn);
  return Math.abs(moved - TEST_DAYS) <= 1;
}

function delayed(plan: Plan, id: string, { calendar, today }: DcmaTasks["context"]): Plan {
  return {
    ...plan,
    milestones: plan.milestones.map((each) => {
      if (each.id !== id) return each;
      const targetOn = addWorkingDays(calendar, each.targetOn ?? today, TEST_DAYS);
      return { ...each, targetOn };
    }),
    cards: plan.cards.map((each) =>
      each.id === id ? { ...each, likely: (each.likely ?? 0) + TEST_DAYS * calendar.minutesPerDay } : each,
    ),
  };
}

/** DCMA-13, CPLI: (critical path length + total float to the last promised day) / length; `null` where nothing is ahead. */
export function pathLengthIndex({ schedule, context, milestones, baseline }: DcmaTasks): number | null {
  if (!schedule.ok || schedule.finishOn === null) return null;
  const promised = new Map(baseline?.milestones.map(({ id, targetOn }) => [id, targetOn]));
  const last = milestones
    .flatMap(({ id, targetOn }) => promised.get(id) ?? targetOn ?? [])
    .reduce<string | null>((latest, day) => (latest === null || day > latest ? day : latest), null);
  const length = workingDaysBetween(context.calendar, addDays(context.today, -1), schedule.finishOn);
  if (last === null || length <= 0) return null;
  return (length + workingDaysBetween(context.calendar, schedule.finishOn, last)) / length;
}

/** DCMA-14, BEI: tasks done of those that were to be done by today; `null` where none was. */
export function executionIndex(tasks: DcmaTasks): number | null {
  const due = dueTasks(tasks);
  return due.length === 0 ? null : due.filter(({ done }) => done).length / due.length;
}
