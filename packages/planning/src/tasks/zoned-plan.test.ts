import { expect, test } from "vitest";
import { at, byId, OFFICE, taskPlan } from "../testing/task-plans.ts";
import { scheduleTasks } from "./task-schedule.ts";

/** The clocks of Berlin go forward on 29 March 2026, those of New York on 8 March. */
const BERLIN = {
  name: "Europe/Berlin",
  transitions: [
    { from: at("2025-10-26 01:00"), offset: 60 },
    { from: at("2026-03-29 01:00"), offset: 120 },
  ],
};
const NEW_YORK = {
  name: "America/New_York",
  transitions: [
    { from: at("2025-11-02 06:00"), offset: -300 },
    { from: at("2026-03-08 07:00"), offset: -240 },
  ],
};

/** Made in Berlin, signed off in New York: moments are UTC. */
const plan = {
  ...taskPlan(
    [
      { id: "made", effort: 480, assignees: [{ personId: "ann", percent: 100 }] },
      { id: "signed", duration: { minutes: 240 }, calendarId: "client" },
      { id: "fixed", effort: 480, assignees: [{ personId: "ann", percent: 100 }] },
    ],
    [
      { id: "1", from: "made", to: "signed", kind: "FS" as const },
      { id: "2", from: "signed", to: "fixed", kind: "FS" as const },
    ],
  ),
  project: { from: "start" as const, startAt: at("2026-03-27 00:00"), calendarId: "berlin" },
  calendars: [
    { id: "berlin", ...OFFICE, zone: BERLIN },
    { id: "client", ...OFFICE, zone: NEW_YORK },
  ],
  people: [{ id: "ann", calendarId: "berlin" }],
};

test("everybody keeps their own hours, before and after their clocks change", () => {
  const { made, signed, fixed } = byId(plan);
  expect([made?.startAt, made?.finishAt]).toEqual([at("2026-03-27 07:00"), at("2026-03-27 16:00")]);
  expect([signed?.startAt, signed?.finishAt]).toEqual([at("2026-03-27 17:00"), at("2026-03-27 21:00")]);
  expect([fixed?.startAt, fixed?.finishAt]).toEqual([at("2026-03-30 06:00"), at("2026-03-30 15:00")]);
});

test("a person and a task on calendars of different zones cannot be put together, nor can some zones and none", () => {
  const [made, ...rest] = plan.tasks;
  const abroad = { ...plan, tasks: [{ id: "made", ...made, calendarId: "client" }, ...rest] };
  expect(scheduleTasks(abroad)).toEqual({ ok: false, code: "zones-differ", missing: ["made"] });
  const mixed = { ...plan, calendars: [...plan.calendars, { id: "other", ...OFFICE }] };
  expect(scheduleTasks(mixed)).toMatchObject({ ok: false, code: "zones-differ" });
});
