import { describe, expect, test } from "vitest";
import { at, byId, OFFICE, scheduled, taskPlan } from "../testing/task-plans.ts";
import type { PlanTask, TaskConstraint, TaskLink } from "./task-plan.ts";
import { scheduleTasks } from "./task-schedule.ts";

const day = (id: string, more: Partial<PlanTask> = {}): PlanTask => ({
  id,
  duration: { minutes: 480 },
  ...more,
});
const link = (
  from: string,
  to: string,
  kind: TaskLink["kind"] = "FS",
  more: Partial<TaskLink> = {},
): TaskLink => ({
  id: `${from}-${to}`,
  from,
  to,
  kind,
  ...more,
});

/** Friday 6 March 2026 and the day after it, in working time Monday 9 March. */
describe("a day's work after a day's work", () => {
  test.each([
    ["FS", undefined, undefined, "2026-03-09 08:00", "2026-03-09 17:00"],
    ["FS", { minutes: 240 }, undefined, "2026-03-09 13:00", "2026-03-10 12:00"],
    ["FS", { minutes: -240 }, undefined, "2026-03-06 13:00", "2026-03-09 12:00"],
    ["FS", { percent: 50 }, undefined, "2026-03-09 13:00", "2026-03-10 12:00"],
    ["FS", { percent: -25 }, undefined, "2026-03-06 15:00", "2026-03-09 15:00"],
    ["FS", { minutes: 2880 }, "24h", "2026-03-09 08:00", "2026-03-09 17:00"],
    ["FS", { minutes: 4320 }, "24h", "2026-03-10 08:00", "2026-03-10 17:00"],
    ["FS", { minutes: 3840 }, "24h", "2026-03-09 09:00", "2026-03-10 09:00"],
    ["SS", { minutes: 120 }, undefined, "2026-03-06 10:00", "2026-03-09 10:00"],
    ["FF", { minutes: 120 }, undefined, "2026-03-06 10:00", "2026-03-09 10:00"],
    ["SF", { minutes: 960 }, undefined, "2026-03-09 08:00", "2026-03-09 17:00"],
  ] as const)("%s with a lag of %j on %s", (kind, lag, lagCalendar, start, finish) => {
    const more = {
      ...(lag === undefined ? {} : { lag }),
      ...(lagCalendar === undefined ? {} : { lagCalendar }),
    };
    const { b } = byId(taskPlan([day("a"), day("b")], [link("a", "b", kind, more)]));
    expect([b?.startAt, b?.finishAt]).toEqual([at(start), at(finish)]);
  });
});

/** Two days in a row and one beside them; the constraint is on the one beside, on Monday 9 March at noon. */
describe("constraints", () => {
  const noon = at("2026-03-09 12:00");
  test.each([
    [{ kind: "SNET", at: noon }, "2026-03-09 13:00", "2026-03-10 12:00", 0],
    [{ kind: "SNLT", at: noon }, "2026-03-06 08:00", "2026-03-06 17:00", 480],
    [{ kind: "FNET", at: noon }, "2026-03-06 13:00", "2026-03-09 12:00", 240],
    [{ kind: "FNLT", at: noon }, "2026-03-06 08:00", "2026-03-06 17:00", 240],
    [{ kind: "MSO", at: noon }, "2026-03-09 13:00", "2026-03-10 12:00", 0],
    [{ kind: "MFO", at: noon }, "2026-03-06 13:00", "2026-03-09 12:00", 0],
  ] satisfies [TaskConstraint, string, string, number][])("%j", (constraint, start, finish, slack) => {
    const { b } = byId(taskPlan([day("a"), day("c"), day("b", { constraint })], [link("a", "c")]));
    expect([b?.startAt, b?.finishAt, b?.totalSlack]).toEqual([at(start), at(finish), slack]);
  });

  test("a hard date wins over links and shows as negative slack before it", () => {
    const { a, b } = byId(
      taskPlan(
        [day("a"), day("b", { constraint: { kind: "MFO", at: at("2026-03-06 17:00") } })],
        [link("a", "b")],
      ),
    );
    expect([b?.startAt, b?.totalSlack, b?.critical]).toEqual([at("2026-03-06 08:00"), 0, true]);
    expect([a?.totalSlack, a?.freeSlack, a?.critical]).toEqual([-480, 0, true]);
  });

  test("a deadline moves nothing and shows in the slack", () => {
    const { a, b } = byId(
      taskPlan([day("a"), day("b", { deadlineAt: at("2026-03-09 12:00") })], [link("a", "b")]),
    );
    expect([b?.finishAt, b?.lateFinishAt, b?.totalSlack]).toEqual([
      at("2026-03-09 17:00"),
      at("2026-03-09 12:00"),
      -240,
    ]);
    expect(a?.totalSlack).toBe(-240);
  });

  test("as late as possible takes the slack and passes it on", () => {
    const plan = taskPlan(
      [day("a", { duration: { minutes: 1920 } }), day("b", { constraint: { kind: "ALAP" } }), day("c")],
      [link("b", "c")],
    );
    const { b, c } = byId(plan);
    expect([b?.startAt, b?.earlyStartAt, b?.totalSlack]).toEqual([
      at("2026-03-10 08:00"),
      at("2026-03-06 08:00"),
      0,
    ]);
    expect([c?.startAt, c?.totalSlack]).toEqual([at("2026-03-11 08:00"), 0]);
  });
});

test("from its finish a project is as late as possible", () => {
  const project = { from: "finish" as const, finishAt: at("2026-03-13 17:00"), calendarId: "office" };
  const schedule = scheduled(taskPlan([day("a"), day("b"), day("c")], [link("a", "b")], { project }));
  const [a, b, c] = schedule.tasks;
  expect([a?.startAt, b?.startAt, c?.startAt]).toEqual(
    ["12", "13", "13"].map((on) => at(`2026-03-${on} 08:00`)),
  );
  expect([c?.earlyStartAt, c?.totalSlack]).toEqual([at("2026-03-12 08:00"), 480]);
  expect([schedule.startAt, schedule.finishAt]).toEqual([at("2026-03-12 08:00"), at("2026-03-13 17:00")]);
});

describe("people and calendars", () => {
  const part: Partial<Parameters<typeof taskPlan>[2]> = {
    calendars: [
      { id: "office", ...OFFICE },
      { id: "mornings", week: { mon: [[480, 720]], tue: [[480, 720]] } },
      { id: "client", ...OFFICE, daysOff: [{ from: "2026-03-09", to: "2026-03-10", why: "Carnival" }] },
    ],
    people: [
      { id: "ann", calendarId: "office" },
      { id: "ben", calendarId: "mornings" },
    ],
  };
  const effort = (assignees: PlanTask["assignees"], more: Partial<PlanTask> = {}): PlanTask => ({
    id: "a",
    effort: 480,
    ...(assignees === undefined ? {} : { assignees }),
    ...more,
  });

  test.each([
    ["one at full time", effort([{ personId: "ann", percent: 100 }]), "2026-03-06 08:00", "2026-03-06 17:00"],
    ["one at half time", effort([{ personId: "ann", percent: 50 }]), "2026-03-06 08:00", "2026-03-09 17:00"],
    ["mornings only", effort([{ personId: "ben", percent: 100 }]), "2026-03-09 08:00", "2026-03-10 12:00"],
    [
      "two share it and the last decides",
      effort([
        { personId: "ann", percent: 100 },
        { personId: "ben", percent: 100 },
      ]),
      "2026-03-06 08:00",
      "2026-03-09 12:00",
    ],
    [
      "a calendar of the task and that of the person",
      effort([{ personId: "ben", percent: 100 }], { calendarId: "client" }),
      "2026-03-16 08:00",
      "2026-03-17 12:00",
    ],
    [
      "the task's calendar alone",
      effort([{ personId: "ben", percent: 100 }], { calendarId: "client", ignoresPeople: true }),
      "2026-03-06 08:00",
      "2026-03-06 17:00",
    ],
    [
      "a fixed duration is the task's",
      effort([{ personId: "ben", percent: 100 }], { type: "fixed-duration", duration: { minutes: 480 } }),
      "2026-03-06 08:00",
      "2026-03-06 17:00",
    ],
    [
      "elapsed time goes on at night",
      { id: "a", duration: { minutes: 2880, elapsed: true } },
      "2026-03-06 08:00",
      "2026-03-08 08:00",
    ],
  ] satisfies [string, PlanTask, string, string][])("%s", (_, task, start, finish) => {
    const { a } = byId(taskPlan([task], [], part));
    expect([a?.startAt, a?.finishAt]).toEqual([at(start), at(finish)]);
  });

  test("a client's sign-off is a duration on the client's calendar", () => {
    const { signed } = byId(
      taskPlan(
        [day("made"), { id: "signed", duration: { minutes: 960 }, calendarId: "client" }],
        [link("made", "signed")],
        part,
      ),
    );
    expect([signed?.startAt, signed?.finishAt]).toEqual([at("2026-03-11 08:00"), at("2026-03-12 17:00")]);
  });
});

describe("progress and work set by hand", () => {
  test("what is done stays and holds nothing back", () => {
    const done = { startedAt: at("2026-03-04 08:00"), finishedAt: at("2026-03-05 12:00") };
    const { a, b } = byId(taskPlan([day("a", { progress: done }), day("b")], [link("a", "b")]));
    expect([a?.lateFinishAt, a?.totalSlack, a?.critical]).toEqual([done.finishedAt, 0, false]);
    expect(b?.startAt).toBe(at("2026-03-05 13:00"));
  });

  test("what has begun is counted on from there, and goes on when it resumes", () => {
    const progress = { startedAt: at("2026-03-06 08:00"), done: 240 };
    const resumed = { ...progress, resumesAt: at("2026-03-10 08:00") };
    const { a, b } = byId(taskPlan([day("a", { progress }), day("b", { progress: resumed })]));
    expect([a?.finishAt, b?.finishAt]).toEqual([at("2026-03-06 17:00"), at("2026-03-10 12:00")]);
    expect([a?.lateStartAt, a?.totalSlack]).toEqual([at("2026-03-06 08:00"), 720]);
  });

  test("its start has happened, so that what is linked to it leaves it free; a finish no earlier than still holds", () => {
    const progress = { startedAt: at("2026-03-06 08:00"), done: 240 };
    const constraint = { kind: "FNET" as const, at: at("2026-03-09 12:00") };
    const tasks = [day("a", { progress, constraint }), day("b"), day("c", { duration: { minutes: 1920 } })];
    const { a } = byId(taskPlan(tasks, [link("a", "b", "SS"), link("b", "c", "FF")]));
    expect([a?.finishAt, a?.lateFinishAt]).toEqual([at("2026-03-09 12:00"), at("2026-03-11 17:00")]);
  });

  test("the rest is not planned before the status date where the project says so", () => {
    const project = {
      from: "start" as const,
      startAt: at("2026-03-06 08:00"),
      calendarId: "office",
      statusAt: at("2026-03-10 08:00"),
    };
    const tasks = [day("a", { progress: { startedAt: at("2026-03-06 08:00"), done: 240 } }), day("b")];
    expect(byId(taskPlan(tasks, [], { project })).b?.startAt).toBe(at("2026-03-06 08:00"));
    const { a, b } = byId(taskPlan(tasks, [], { project: { ...project, restFromStatus: true } }));
    expect([a?.finishAt, b?.startAt]).toEqual([at("2026-03-10 12:00"), at("2026-03-10 08:00")]);
  });

  test("what was set by hand stays where it is although a link says otherwise", () => {
    const manual = { startAt: at("2026-03-06 08:00"), finishAt: at("2026-03-06 17:00") };
    const { a, b } = byId(taskPlan([day("a"), day("b", { manual })], [link("a", "b")]));
    expect([b?.startAt, b?.totalSlack, a?.totalSlack]).toEqual([manual.startAt, 0, -480]);
  });

  test("a pause makes it longer", () => {
    const { a } = byId(taskPlan([day("a", { pauses: [{ after: 240, minutes: 480 }] })]));
    expect(a?.finishAt).toBe(at("2026-03-09 17:00"));
  });
});

describe("summaries", () => {
  const tasks = [{ id: "s" }, day("a", { parentId: "s" }), day("b", { parentId: "s" }), day("c")];

  test("last from the first start to the last finish of their parts", () => {
    const { s } = byId(taskPlan(tasks, [link("a", "b")]));
    expect(s).toMatchObject({
      summary: true,
      startAt: at("2026-03-06 08:00"),
      finishAt: at("2026-03-09 17:00"),
      totalSlack: 0,
    });
  });

  test("hand links on to all of their parts, and wait for all of them", () => {
    expect(byId(taskPlan(tasks, [link("c", "s")])).a?.startAt).toBe(at("2026-03-09 08:00"));
    expect(byId(taskPlan(tasks, [link("a", "b"), link("s", "c")])).c?.startAt).toBe(at("2026-03-10 08:00"));
    const starts = byId(taskPlan(tasks, [link("a", "b"), link("s", "c", "SS", { lag: { minutes: 60 } })]));
    expect(starts.c?.startAt).toBe(at("2026-03-06 09:00"));
  });

  test("hold their parts by their own constraint", () => {
    const held = [
      { id: "s", constraint: { kind: "SNET" as const, at: at("2026-03-10 08:00") } },
      ...tasks.slice(1),
    ];
    expect(byId(taskPlan(held)).a?.startAt).toBe(at("2026-03-10 08:00"));
  });
});

test("a milestone stands at the very end of what it follows", () => {
  const { m } = byId(taskPlan([day("a"), { id: "m" }], [link("a", "m")]));
  expect([m?.startAt, m?.finishAt]).toEqual([at("2026-03-06 17:00"), at("2026-03-06 17:00")]);
});

test.each([
  [
    "cycle",
    taskPlan([day("a"), day("b"), day("c")], [link("a", "b"), link("b", "c"), link("c", "b")]),
    [{ taskIds: ["b", "c"], linkIds: ["b-c", "c-b"] }],
  ],
  ["unknown-calendar", taskPlan([day("a", { calendarId: "moon" })]), ["moon"]],
  ["unknown-person", taskPlan([day("a", { assignees: [{ personId: "x", percent: 100 }] })]), ["x"]],
  ["unknown-task", taskPlan([day("a")], [link("a", "z")]), ["z"]],
  ["parent-cycle", taskPlan([day("a", { parentId: "b" }), day("b", { parentId: "a" })]), ["a", "b"]],
  ["twice", taskPlan([day("a"), day("a")]), ["a"]],
  ["no-start", taskPlan([day("a")], [], { project: { from: "start", calendarId: "office" } }), []],
  ["no-finish", taskPlan([day("a")], [], { project: { from: "finish", calendarId: "office" } }), []],
])("refuses a plan for %s", (code, plan, missing) => {
  expect(scheduleTasks(plan)).toEqual({ ok: false, code, missing });
});
