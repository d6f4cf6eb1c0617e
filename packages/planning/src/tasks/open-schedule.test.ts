import fc from "fast-check";
import { expect, test } from "vitest";
import { at, OFFICE, scheduled, taskPlan, taskPlans } from "../testing/task-plans.ts";
import { type OpenSchedule, openSchedule } from "./open-schedule.ts";
import type { PlanTask, TaskPlan } from "./task-plan.ts";

function opened(plan: TaskPlan): OpenSchedule {
  const open = openSchedule(plan);
  if (!open.ok) throw new Error(JSON.stringify(open));
  return open.schedule;
}

const hours = fc.integer({ min: 0, max: 40 });
const START = at("2026-03-02 00:00");

/** Another version of some task. */
const edits = fc.array(
  fc.record({
    which: fc.nat(20),
    what: fc.constantFrom("duration", "constraint", "deadline", "late", "person", "done", "parent"),
    hours,
  }),
  { maxLength: 6 },
);

function edited(task: PlanTask, what: string, amount: number): PlanTask {
  const moment = START + amount * 60;
  switch (what) {
    case "duration":
      return task.effort === undefined
        ? { ...task, duration: { minutes: amount * 60 } }
        : { ...task, effort: amount * 60 + 60 };
    case "constraint":
      return {
        ...task,
        constraint: { kind: (["SNET", "FNLT", "MSO", "FNET"] as const)[amount % 4] ?? "SNET", at: moment },
      };
    case "deadline":
      return { ...task, deadlineAt: moment };
    case "late":
      return { ...task, constraint: { kind: "ALAP" } };
    case "person":
      return { ...task, effort: 300, assignees: [{ personId: `p${amount % 3}`, percent: 100 }] };
    case "done":
      return {
        ...task,
        progress: { startedAt: moment, ...(amount % 2 === 0 ? { finishedAt: moment + 600 } : {}) },
      };
    default:
      return { ...task, calendarId: `c${amount % 3}` };
  }
}

test("after any edits it is what scheduling everything again finds, and whom it did not reach has not moved", () => {
  fc.assert(
    fc.property(taskPlans(15), edits, (plan, changes) => {
      const schedule = opened(plan);
      for (const { which, what, hours: amount } of changes) {
        const before = schedule.plan.tasks.map(({ id }) => schedule.task(id));
        const task = schedule.plan.tasks[which % schedule.plan.tasks.length] ?? { id: "" };
        const answer = schedule.change(edited(task, what, amount));
        expect(answer.ok).toBe(true);
        const all = scheduled(schedule.plan).tasks;
        expect(all.map(({ id }) => schedule.task(id))).toEqual(all);
        const moved = all.filter((now, i) => JSON.stringify(now) !== JSON.stringify(before[i]));
        expect(answer.ok && moved.filter(({ id }) => !answer.reached.includes(id))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test("an edit reaches only what follows and what leads to it", () => {
  const day = (id: string): PlanTask => ({ id, duration: { minutes: 480 } });
  const links = ["a-b", "c-d", "d-e"].map((id) => ({
    id,
    from: id[0] ?? "",
    to: id[2] ?? "",
    kind: "FS" as const,
  }));
  const schedule = opened(taskPlan(["a", "b", "c", "d", "e"].map(day), links));
  const answer = schedule.change({ id: "b", duration: { minutes: 300 } });
  expect(answer.ok && [...answer.reached].sort()).toEqual(["a", "b"]);
  expect(schedule.task("b")?.finishAt).toBe(at("2026-03-09 14:00"));
});

test("an impossible version is refused and changes nothing", () => {
  const schedule = opened(taskPlan([{ id: "a", duration: { minutes: 480 } }]));
  const before = schedule.task("a");
  expect(schedule.change({ id: "a", calendarId: "moon" })).toEqual({
    ok: false,
    code: "unknown-calendar",
    missing: ["moon"],
  });
  expect([schedule.task("a"), schedule.plan.tasks.length]).toEqual([before, 1]);
});

test("every date has its reasons", () => {
  const carnival = { from: "2026-03-09", to: "2026-03-10", why: "Carnival" };
  const plan: TaskPlan = {
    ...taskPlan(
      [
        { id: "s" },
        { id: "a", parentId: "s", duration: { minutes: 480 } },
        { id: "b", parentId: "s", effort: 480, assignees: [{ personId: "ann", percent: 100 }] },
        { id: "c", duration: { minutes: 60 }, constraint: { kind: "SNET", at: at("2026-03-17 10:00") } },
        { id: "d", constraint: { kind: "ALAP" }, duration: { minutes: 60 } },
        { id: "e", progress: { startedAt: at("2026-03-05 08:00") }, duration: { minutes: 60 } },
        { id: "f", manual: { startAt: at("2026-03-06 08:00"), finishAt: at("2026-03-06 09:00") } },
        { id: "g", duration: { minutes: 60 }, constraint: { kind: "MFO", at: at("2026-03-06 17:00") } },
      ],
      [
        { id: "ab", from: "a", to: "b", kind: "FS" },
        { id: "bg", from: "b", to: "g", kind: "FS" },
      ],
    ),
    calendars: [
      { id: "office", ...OFFICE },
      { id: "ann", ...OFFICE, daysOff: [carnival] },
    ],
    people: [{ id: "ann", calendarId: "ann" }],
  };
  const { reasons } = Object.fromEntries([["reasons", (id: string) => opened(plan).reasons(id)]]);
  expect(reasons?.("a")).toEqual([{ by: "project", at: at("2026-03-06 08:00") }]);
  expect(reasons?.("b")).toEqual([
    { by: "link", linkId: "ab", taskId: "a", kind: "FS", at: at("2026-03-06 17:00") },
    {
      by: "time-off",
      from: at("2026-03-06 17:00"),
      to: at("2026-03-11 08:00"),
      calendarId: "ann",
      personIds: ["ann"],
      daysOff: [carnival],
    },
  ]);
  expect(reasons?.("c")).toEqual([
    { by: "constraint", taskId: "c", kind: "SNET", at: at("2026-03-17 10:00") },
  ]);
  expect(reasons?.("d")).toEqual([{ by: "as-late-as-possible" }]);
  expect(reasons?.("e")).toEqual([{ by: "started", at: at("2026-03-05 08:00") }]);
  expect(reasons?.("f")).toEqual([{ by: "manual" }]);
  expect(reasons?.("g")).toContainEqual({
    by: "constraint",
    taskId: "g",
    kind: "MFO",
    at: at("2026-03-06 17:00"),
  });
  expect(reasons?.("s")).toEqual([{ by: "parts", taskIds: ["a", "b"] }]);
});
