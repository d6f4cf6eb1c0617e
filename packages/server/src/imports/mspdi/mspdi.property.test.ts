import type { NamedCalendar, PlanTask, TaskLink, TaskPlan } from "@milepost/planning";
import { fromEpochDay, type LinkKind, scheduleTasks, toEpochDay } from "@milepost/planning";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMspdi } from "./read-mspdi.ts";
import { writeMspdi } from "./write-mspdi.ts";

const FIRST = toEpochDay("2026-03-02");
const minute = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => FIRST * 1440 + hours * 60 + 15);
const name = fc.string({
  unit: fc.constantFrom("a", "Ü", "&", "<", '"', "'", "ß", "1"),
  minLength: 1,
  maxLength: 8,
});
const hours = [
  [480, 720],
  [780, 1020],
] as const;

const calendar: fc.Arbitrary<Omit<NamedCalendar, "id">> = fc.record(
  {
    name,
    week: fc.constantFrom(
      { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
      { mon: hours, wed: [[0, 1440]] as const, sat: [[1320, 1440]] as const },
    ),
    workWeeks: fc.constant([
      { from: "2026-04-06", to: "2026-04-19", week: { mon: [[600, 660]] as const }, why: "Easter" },
    ]),
    daysOff: fc.array(
      fc.nat(20).map((i) => ({
        from: fromEpochDay(FIRST + i * 3),
        to: fromEpochDay(FIRST + i * 3 + (i % 3)),
        why: `Off ${i}`,
      })),
      { minLength: 1, maxLength: 3 },
    ),
    extraDays: fc.constant([{ on: "2026-03-15", intervals: hours }]),
  },
  { requiredKeys: ["week"] },
);

const duration = fc.record(
  { minutes: fc.nat(3000), elapsed: fc.constant(true) },
  { requiredKeys: ["minutes"] },
);

const task: fc.Arbitrary<Omit<PlanTask, "id">> = fc.record(
  {
    name,
    type: fc.constantFrom("fixed-units", "fixed-duration", "fixed-effort"),
    duration,
    assignees: fc.array(
      fc.record({
        personId: fc.constantFrom("1", "2"),
        percent: fc.constantFrom(25, 100, 150),
        effort: fc.integer({ min: 1, max: 2000 }),
      }),
      { minLength: 1, maxLength: 1 },
    ),
    calendarId: fc.constantFrom("1", "2"),
    priority: fc.constantFrom(0, 900),
    constraint: fc.oneof(
      fc.constant({ kind: "ALAP" as const }),
      fc.record({ kind: fc.constantFrom("SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"), at: minute }),
    ),
    deadlineAt: minute,
    delay: duration.filter(({ minutes }) => minutes > 0),
    progress: fc.record(
      {
        startedAt: minute,
        done: fc.integer({ min: 1, max: 400 }),
        finishedAt: minute.map((at) => at + 100_000),
      },
      { requiredKeys: ["startedAt"] },
    ),
    manual: fc.record({ startAt: minute, finishAt: minute.map((at) => at + 100_000) }),
    active: fc.constant(false),
  },
  { requiredKeys: ["type", "duration"] },
);

const link = fc.record(
  {
    from: fc.nat(6),
    to: fc.nat(6),
    kind: fc.constantFrom<LinkKind>("FS", "SS", "FF", "SF"),
    lag: fc.oneof(
      fc.record({ minutes: fc.integer({ min: -900, max: 900 }).filter((lag) => lag !== 0) }),
      fc.record({ percent: fc.integer({ min: -90, max: 90 }).filter((lag) => lag !== 0) }),
    ),
    elapsed: fc.boolean(),
  },
  { requiredKeys: ["from", "to", "kind", "elapsed"] },
);

const plans: fc.Arbitrary<TaskPlan> = fc
  .record({
    name: fc.option(name, { nil: undefined }),
    calendars: fc.tuple(calendar, calendar),
    tasks: fc.array(task, { minLength: 1, maxLength: 7 }),
    links: fc.array(link, { maxLength: 6 }),
    nested: fc.boolean(),
  })
  .map((made) => ({
    project: {
      ...(made.name === undefined ? {} : { name: made.name }),
      from: "start",
      startAt: FIRST * 1440 + 480,
      finishAt: FIRST * 1440 + 99 * 1440,
      calendarId: "1",
    },
    calendars: made.calendars.map((spec, i) => ({ id: String(i + 1), ...spec })),
    people: ["1", "2"].map((id) => ({ id, name: `Person ${id}`, calendarId: id })),
    tasks: made.tasks.map((spec, i): PlanTask => {
      if (made.nested && i === 0 && made.tasks.length > 1) return { id: "1", name: "All" };
      return { id: String(i + 1), ...(made.nested && i > 0 ? { parentId: "1" } : {}), ...spec };
    }),
    links: linksOf(made.links, made.tasks.length),
  }));

/** Forwards only, below the summary, numbered as the reader numbers them. */
function linksOf(
  made: readonly { from: number; to: number; kind: LinkKind; lag?: TaskLink["lag"]; elapsed: boolean }[],
  tasks: number,
): TaskLink[] {
  const kept = made.filter(({ from, to }) => 0 < from && from < to && to < tasks).sort((a, b) => a.to - b.to);
  return kept.map(({ from, to, kind, lag, elapsed }, i) => ({
    id: `${to + 1}-${kept.slice(0, i + 1).filter((each) => each.to === to).length}`,
    from: String(from + 1),
    to: String(to + 1),
    kind,
    ...(lag === undefined ? {} : { lag }),
    ...(elapsed && lag !== undefined ? { lagCalendar: "24h" as const } : {}),
  }));
}

test("a plan that is written and read is the same plan, with the dates that were found", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const schedule = scheduleTasks(plan);
      if (!schedule.ok) throw new Error(JSON.stringify(schedule));
      const read = readMspdi(writeMspdi(plan, schedule));
      expect(read.plan).toEqual(plan);
      for (const { id, summary: _, ...dates } of schedule.tasks) {
        const { startAt, finishAt, ...rest } = read.stated.get(id) ?? {};
        const manual = plan.tasks.find((each) => each.id === id)?.manual;
        expect({ startAt, finishAt, ...rest }).toEqual({ ...dates, ...manual });
      }
      expect(scheduleTasks(read.plan)).toEqual(schedule);
    }),
    { numRuns: 200 },
  );
});
