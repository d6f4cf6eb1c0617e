import fc from "fast-check";
import { expect, it } from "vitest";
import { createCalendar, DEFAULT_WEEK } from "../calendar/calendar.ts";
import { fromEpochDay, toEpochDay } from "../calendar/civil-date.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { calendarSpecs } from "../testing/calendars.ts";
import { card, link, milestone, objective, plan } from "../testing/plans.ts";
import { applyTemplate } from "./apply-template.ts";
import { templateOf } from "./template-of.ts";

const words = { name: "Shop", trade: "Web", summary: "A shop", outcome: "People order" };

it("turns dates into working days, people into roles, cards into activities", () => {
  const template = templateOf(plan(), {
    ...words,
    checklists: {
      c3: { name: "Page", steps: ["Sketch", "Show"] },
      c4: { name: "Page", steps: ["Sketch", "Show"] },
    },
    clientParts: { m1: "Signs the brief." },
  });
  expect(template).toMatchObject(words);
  expect(template.milestones.map(({ title, startDay, targetDay }) => [title, startDay, targetDay])).toEqual([
    ["Brief agreed", 0, 9],
    ["Design approved", 10, 24],
  ]);
  expect(template.roles.map(({ name, side }) => [name, side])).toEqual([
    ["Team member 1", "team"],
    ["Client approver", "client"],
    ["Team member 3", "team"],
  ]);
  expect(template.milestones[0]).toMatchObject({
    ownerRole: "role-1",
    approverRole: "role-2",
    objectiveKeys: ["objective-1"],
    criteria: ["Brief signed by Rosa"],
    clientPart: "Signs the brief.",
  });
  expect(template.milestones[1]?.activities[0]).toEqual({
    title: "Draw the home page",
    low: 240,
    likely: 480,
    high: 960,
    roleKey: "role-3",
    procedureKey: "procedure-1",
  });
  expect(template.milestones[1]?.activities[1]?.procedureKey).toBe("procedure-1");
  expect(template.procedures).toEqual([{ key: "procedure-1", name: "Page", steps: ["Sketch", "Show"] }]);
  expect(template.links).toEqual([{ from: "milestone-1", to: "milestone-2", kind: "FS", lagDays: 0 }]);
  expect(template.objectives[0]).toMatchObject({ statement: "More orders from the web shop", targetDay: 36 });
});

it("names roles by what people do, one role for all who do the same", () => {
  const { roles, milestones } = templateOf(plan(), { ...words, roleNames: { sam: "Design", jo: "Design" } });
  expect(roles.map(({ name }) => name)).toEqual(["Design", "Client approver"]);
  expect(milestones[0]?.activities[0]?.roleKey).toBe(milestones[0]?.ownerRole);
});

it("leaves out dropped milestones, what led to them, and the Later list", () => {
  const [first = milestone()] = plan().milestones;
  const template = templateOf(
    plan({
      milestones: [first, milestone({ id: "m2", state: "dropped" })],
      cards: [card({ place: "later" }), card({ id: "c2", milestoneId: "m2" })],
    }),
    words,
  );
  expect(template.milestones).toHaveLength(1);
  expect(template.milestones[0]?.activities).toEqual([]);
  expect(template.links).toEqual([]);
});

it("keeps a fixed date with the milestone that is reached on it", () => {
  const fixedDates = [{ id: "f1", title: "Fair opens", on: "2026-06-12", milestoneId: null }];
  expect(templateOf(plan({ fixedDates }), words).fixedDate).toEqual({
    title: "Fair opens",
    milestoneKey: "milestone-2",
  });
});

it("takes undated milestones as undated", () => {
  const undated = milestone({ id: "m2", startOn: null, targetOn: null });
  const [, second] = templateOf(plan({ milestones: [milestone(), undated] }), words).milestones;
  expect(second).toMatchObject({ startDay: null, targetDay: null });
});

it("gives the same dates again on the same calendar from the same day", () => {
  const first = toEpochDay("2026-03-02");
  const windows = fc.array(fc.tuple(fc.nat(60), fc.nat(30)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(calendarSpecs(first), windows, fc.nat(60), (calendar, lengths, due) => {
      const ready = createCalendar(calendar);
      const dateOf = (day: number) => addWorkingDays(ready, fromEpochDay(first - 1), day + 1);
      const milestones = lengths.map(([start, length], n) =>
        milestone({ id: `m${n}`, startOn: dateOf(start), targetOn: dateOf(start + length) }),
      );
      const startOn = milestones.map((each) => each.startOn ?? "").reduce((a, b) => (a < b ? a : b));
      const objectives = [objective({ targetOn: dateOf(due + 60) })];
      const template = templateOf(plan({ calendar, milestones, objectives, links: [link()] }), words);
      const dated = applyTemplate(template, { startOn }, ready, startOn);
      expect(dated.milestones.map((each) => [each.startOn, each.targetOn])).toEqual(
        milestones.map((each) => [each.startOn, each.targetOn]),
      );
      expect(dated.objectives[0]?.targetOn).toBe(dateOf(due + 60));
      expect(dated.warnings).toEqual([]);
    }),
  );
});

it("counts a target on a Sunday as the Friday before", () => {
  const sunday = milestone({ startOn: "2026-05-11", targetOn: "2026-05-17" });
  const [only] = templateOf(
    plan({ milestones: [sunday], calendar: { week: DEFAULT_WEEK } }),
    words,
  ).milestones;
  expect(only?.targetDay).toBe(4);
});

it("makes the windows of what really was, where that is known", () => {
  const m1 = plan().milestones[0];
  const real = {
    startOn: addWorkingDays(createCalendar(plan().calendar), m1?.startOn ?? "", 2),
    reachedOn: "2026-07-31",
  };
  const [first] = templateOf(plan(), { ...words, actual: { m1: real } }).milestones;
  const [asPlanned] = templateOf(plan(), words).milestones;
  expect([asPlanned?.startDay, asPlanned?.targetDay]).toEqual([0, 9]);
  const counted = createCalendar(plan().calendar).days;
  const days = counted.worked(toEpochDay("2026-07-31")) - counted.worked(toEpochDay(real.startOn));
  expect((first?.targetDay ?? 0) - (first?.startDay ?? 0)).toBe(days);
  const late = templateOf(plan(), { ...words, actual: { m1: { ...real, startOn: "2026-08-15" } } })
    .milestones[0];
  expect(late?.startDay).toBe(late?.targetDay);
});
