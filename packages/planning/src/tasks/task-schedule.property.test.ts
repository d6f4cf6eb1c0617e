import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { addDays, dayOfMinute, firstMinuteOf } from "../calendar/civil-date.ts";
import { naiveMinutesOn } from "../testing/calendars.ts";
import { plainPlans, scheduled, taskPlans } from "../testing/task-plans.ts";
import type { ScheduledTask } from "./scheduled-task.ts";
import type { NamedCalendar, PlanTask, TaskLink, TaskPlan } from "./task-plan.ts";

const WEEK = 7 * 1440;

function datesOf(plan: TaskPlan): ReadonlyMap<string, ScheduledTask> {
  return new Map(scheduled(plan).tasks.map((task) => [task.id, task]));
}

function minutesOf(plan: TaskPlan, id: string) {
  return createCalendar(plan.calendars.find((each) => each.id === id) ?? { week: {} }).minutes;
}

function works(spec: NamedCalendar | undefined, moment: number): boolean {
  const day = dayOfMinute(moment);
  return spec !== undefined && naiveMinutesOn(spec, day).includes(moment - firstMinuteOf(day));
}

/** The moment to which a link leads, on its lag calendar. */
function ledTo(plan: TaskPlan, link: TaskLink, dates: ReadonlyMap<string, ScheduledTask>): number {
  const from = dates.get(link.from);
  const left = (link.kind === "FS" || link.kind === "FF" ? from?.finishAt : from?.startAt) ?? 0;
  const lag = link.lag !== undefined && "minutes" in link.lag ? link.lag.minutes : 0;
  if (lag === 0) return left;
  if (link.lagCalendar === "24h") return left + lag;
  const minutes = minutesOf(plan, "c0");
  return minutes.finishAt(minutes.worked(left) + lag);
}

describe("on any small plan with any calendars", () => {
  test("work begins and ends in working time of somebody who does it", () => {
    fc.assert(
      fc.property(taskPlans(), (plan) => {
        const specs = new Map(plan.calendars.map((spec) => [spec.id, spec]));
        const calendarOf = new Map(plan.people.map(({ id, calendarId }) => [id, calendarId]));
        for (const task of plan.tasks) {
          if (task.duration?.elapsed || task.duration?.minutes === 0) continue;
          const { startAt = 0, finishAt = 0 } = datesOf(plan).get(task.id) ?? {};
          const ids = task.assignees?.map(({ personId }) => calendarOf.get(personId) ?? "") ?? ["c0"];
          expect(ids.some((id) => works(specs.get(id), startAt))).toBe(true);
          expect(
            ids.some((id) => works(specs.get(id), finishAt - 1)) || works(specs.get("c0"), finishAt),
          ).toBe(true);
        }
      }),
    );
  });

  test("every link holds with its lag on its lag calendar", () => {
    fc.assert(
      fc.property(taskPlans(), (plan) => {
        const dates = datesOf(plan);
        for (const link of plan.links) {
          const to = dates.get(link.to);
          const toStart = link.kind === "FS" || link.kind === "SS";
          const reached = (toStart ? to?.startAt : to?.finishAt) ?? 0;
          const moment = ledTo(plan, link, dates);
          if (toStart) expect(reached).toBeGreaterThanOrEqual(moment);
          else expect(workedBetween(plan, link.to, reached, moment)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test("effort is conserved", () => {
    fc.assert(
      fc.property(taskPlans(), (plan) => {
        const dates = datesOf(plan);
        for (const task of plan.tasks) {
          const [only, ...others] = task.assignees ?? [];
          if (only === undefined || others.length > 0) continue;
          const minutes = minutesOf(plan, `c${only.personId.slice(1)}`);
          const { startAt = 0, finishAt = 0 } = dates.get(task.id) ?? {};
          const span = minutes.worked(finishAt) - minutes.worked(startAt);
          expect(span).toBe(Math.floor(((task.effort ?? 0) * 100) / only.percent));
        }
      }),
    );
  });

  test("total slack is never less than free slack, and free slack never less than nothing", () => {
    fc.assert(
      fc.property(taskPlans(), (plan) => {
        for (const { totalSlack, freeSlack } of scheduled(plan).tasks) {
          expect(freeSlack).toBeGreaterThanOrEqual(0);
          expect(totalSlack).toBeGreaterThanOrEqual(freeSlack);
        }
      }),
    );
  });

  test("names and order do not matter", () => {
    fc.assert(
      fc.property(taskPlans(), fc.infiniteStream(fc.nat()), (plan, numbers) => {
        const shuffle = <Item>(list: readonly Item[]): Item[] =>
          list
            .map((item) => ({ item, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const rename = (id: string) => `x${id}`;
        const other: TaskPlan = {
          ...plan,
          tasks: shuffle(plan.tasks.map((task) => ({ ...task, id: rename(task.id) }))),
          links: shuffle(
            plan.links.map((link) => ({ ...link, from: rename(link.from), to: rename(link.to) })),
          ),
        };
        const renamed = datesOf(other);
        for (const task of scheduled(plan).tasks)
          expect(renamed.get(rename(task.id))).toEqual({ ...task, id: rename(task.id) });
      }),
    );
  });

  test("a week later everything is a week later", () => {
    fc.assert(
      fc.property(taskPlans(), (plan) => {
        const later = scheduled(aWeekLater(plan)).tasks;
        expect(later).toEqual(scheduled(plan).tasks.map(moved));
      }),
    );
  });
});

function workedBetween(plan: TaskPlan, taskId: string, from: number, to: number): number {
  const task = plan.tasks.find(({ id }) => id === taskId);
  if (task?.duration?.elapsed) return to - from;
  const ids = task?.assignees?.map(({ personId }) => `c${personId.slice(1)}`) ?? ["c0"];
  return Math.min(...ids.map((id) => minutesOf(plan, id).worked(to) - minutesOf(plan, id).worked(from)));
}

function aWeekLater(plan: TaskPlan): TaskPlan {
  return {
    ...plan,
    project: { ...plan.project, startAt: (plan.project.startAt ?? 0) + WEEK },
    calendars: plan.calendars.map((spec) => ({
      ...spec,
      daysOff: (spec.daysOff ?? []).map(({ from, to }) => ({ from: addDays(from, 7), to: addDays(to, 7) })),
      extraDays: (spec.extraDays ?? []).map(({ on, intervals }) => ({ on: addDays(on, 7), intervals })),
    })),
    tasks: plan.tasks.map((task): PlanTask => {
      const { kind, at } = task.constraint ?? {};
      return kind === undefined || at === undefined ? task : { ...task, constraint: { kind, at: at + WEEK } };
    }),
  };
}

function moved(task: ScheduledTask): ScheduledTask {
  return {
    ...task,
    startAt: task.startAt + WEEK,
    finishAt: task.finishAt + WEEK,
    earlyStartAt: task.earlyStartAt + WEEK,
    earlyFinishAt: task.earlyFinishAt + WEEK,
    lateStartAt: task.lateStartAt + WEEK,
    lateFinishAt: task.lateFinishAt + WEEK,
  };
}

describe("on any small plan with one calendar and plain links", () => {
  test("the dates are those of a brute force over all chains", () => {
    fc.assert(
      fc.property(plainPlans(), (plan) => {
        const minutes = minutesOf(plan, "c0");
        const begin = minutes.worked(plan.project.startAt ?? 0);
        const length = (id: string): number => {
          const own = plan.tasks.find((task) => task.id === id)?.duration?.minutes ?? 0;
          const before = plan.links.filter(({ to }) => to === id).map(({ from }) => length(from));
          return own + Math.max(0, ...before);
        };
        for (const { id, finishAt } of scheduled(plan).tasks)
          expect(minutes.worked(finishAt) - begin).toBe(length(id));
      }),
    );
  });

  test("the longest path sums to the length of the project and has no slack", () => {
    fc.assert(
      fc.property(plainPlans(), (plan) => {
        const { longestPath, tasks, finishAt } = scheduled(plan);
        const minutes = minutesOf(plan, "c0");
        const sum = longestPath.reduce(
          (total, id) => total + (plan.tasks.find((task) => task.id === id)?.duration?.minutes ?? 0),
          0,
        );
        expect(sum).toBe(minutes.worked(finishAt) - minutes.worked(plan.project.startAt ?? 0));
        for (const id of longestPath) expect(tasks.find((task) => task.id === id)?.totalSlack).toBe(0);
      }),
    );
  });

  test("a task delayed by its total slack keeps the finish, by one minute more moves it by a minute", () => {
    fc.assert(
      fc.property(plainPlans(), fc.nat(6), (plan, chosen) => {
        const task = plan.tasks[chosen % plan.tasks.length] ?? { id: "" };
        const { finishAt, tasks } = scheduled(plan);
        const slack = tasks.find(({ id }) => id === task.id)?.totalSlack ?? 0;
        const minutes = minutesOf(plan, "c0");
        const longer = (by: number): number => {
          const duration = { minutes: (task.duration?.minutes ?? 0) + by };
          const changed = plan.tasks.map((each) => (each.id === task.id ? { ...task, duration } : each));
          return minutes.worked(scheduled({ ...plan, tasks: changed }).finishAt) - minutes.worked(finishAt);
        };
        expect([longer(slack), longer(slack + 1)]).toEqual([0, 1]);
      }),
    );
  });
});
