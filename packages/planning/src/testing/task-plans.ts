import fc from "fast-check";
import { DEFAULT_WEEK } from "../calendar/calendar.ts";
import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { CalendarSpec, LinkKind } from "../plan.ts";
import type { ScheduledTask } from "../tasks/scheduled-task.ts";
import type { PlanTask, TaskLink, TaskPlan } from "../tasks/task-plan.ts";
import { scheduleTasks, type TaskSchedule } from "../tasks/task-schedule.ts";
import { calendarSpecs } from "./calendars.ts";

export const OFFICE: CalendarSpec = {
  week: Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri"].map((day) => [
      day,
      [
        [480, 720],
        [780, 1020],
      ],
    ]),
  ),
};

/** The minute of a local time such as `2026-03-06 17:00`. */
export function at(text: string): number {
  const [date = "", time = "00:00"] = text.split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return firstMinuteOf(toEpochDay(date)) + hours * 60 + minutes;
}

/** A plan from Friday 6 March 2026, eight to five from Monday to Friday, unless it says otherwise. */
export function taskPlan(
  tasks: readonly PlanTask[],
  links: readonly TaskLink[] = [],
  more: Partial<TaskPlan> = {},
): TaskPlan {
  return {
    project: { from: "start", startAt: at("2026-03-06 08:00"), calendarId: "office" },
    calendars: [{ id: "office", ...OFFICE }],
    people: [],
    tasks,
    links,
    ...more,
  };
}

export function scheduled(plan: TaskPlan): Extract<TaskSchedule, { ok: true }> {
  const schedule = scheduleTasks(plan);
  if (!schedule.ok) throw new Error(JSON.stringify(schedule));
  return schedule;
}

export function byId(plan: TaskPlan): Record<string, ScheduledTask> {
  return Object.fromEntries(scheduled(plan).tasks.map((task) => [task.id, task]));
}

const START = toEpochDay("2026-03-02");
const moment = fc.integer({ min: 0, max: 20 * 24 }).map((hours) => firstMinuteOf(START) + hours * 60);

/** Up to seven tasks of up to three people with calendars of their own; links lead forwards. No hard dates, nothing started. */
export function taskPlans(size = 7): fc.Arbitrary<TaskPlan> {
  const node = fc.nat(size - 1);
  return fc
    .record({
      calendars: fc.array(calendarSpecs(START), { minLength: 3, maxLength: 3 }),
      tasks: fc.array(
        fc.record({
          hours: fc.integer({ min: 0, max: 30 }),
          kind: fc.constantFrom("duration", "effort", "elapsed", "shared"),
          person: fc.nat(2),
          percent: fc.constantFrom(50, 100, 150),
          snet: fc.option(moment, { nil: undefined }),
        }),
        { minLength: 1, maxLength: size },
      ),
      links: fc.array(
        fc.record({
          from: node,
          to: node,
          kind: fc.constantFrom<LinkKind>("FS", "SS", "FF", "SF"),
          lag: fc.integer({ min: -4, max: 10 }),
          lagCalendar: fc.constantFrom("predecessor", "successor", "project", "24h"),
        }),
        { maxLength: size + 3 },
      ),
    })
    .map(({ calendars, tasks, links }) => ({
      project: { from: "start", startAt: firstMinuteOf(START), calendarId: "c0" },
      calendars: calendars.map((spec, i) => ({ id: `c${i}`, ...spec })),
      people: calendars.map((_, i) => ({ id: `p${i}`, calendarId: `c${i}` })),
      tasks: tasks.map(({ hours, kind, person, percent, snet }, i): PlanTask => {
        const constraint = snet === undefined ? {} : { constraint: { kind: "SNET" as const, at: snet } };
        if (kind === "duration") return { id: `t${i}`, duration: { minutes: hours * 60 }, ...constraint };
        if (kind === "elapsed")
          return { id: `t${i}`, duration: { minutes: hours * 60, elapsed: true }, ...constraint };
        const people = kind === "shared" ? [person, (person + 1) % 3] : [person];
        const assignees = people.map((each) => ({ personId: `p${each}`, percent }));
        return { id: `t${i}`, effort: (hours + 1) * 60, assignees, ...constraint };
      }),
      links: links
        .filter(({ from, to }) => from < to && to < tasks.length)
        .map(
          ({ from, to, kind, lag, lagCalendar }, i): TaskLink => ({
            id: `l${i}`,
            from: `t${from}`,
            to: `t${to}`,
            kind,
            lag: { minutes: lag * 60 },
            lagCalendar: lagCalendar as NonNullable<TaskLink["lagCalendar"]>,
          }),
        ),
    }));
}

/** The same with one calendar, one kind of work and plain links. */
export function plainPlans(): fc.Arbitrary<TaskPlan> {
  return taskPlans().map((plan) => ({
    ...plan,
    calendars: [{ id: "c0", week: DEFAULT_WEEK }],
    people: [],
    tasks: plan.tasks.map(({ id, duration, effort }) => ({
      id,
      duration: { minutes: duration?.minutes ?? effort ?? 60 },
    })),
    links: plan.links.map(({ id, from, to }) => ({ id, from, to, kind: "FS" as const })),
  }));
}
