import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { link, milestone, plan } from "../testing/plans.ts";

const m1 = milestone();
const same = milestone({ id: "m2" });
const holiday = { calendar: { ...plan().calendar, daysOff: [{ from: "2026-05-22", to: "2026-05-22" }] } };
const fixed = (on: string, milestoneId: string | null = null) => [
  { id: "f1", title: "Trade fair", on, milestoneId },
];

test.each([
  ["a target on Saturday", { milestones: [milestone({ targetOn: "2026-05-23" })] }, ["m1"]],
  ["a target on a holiday", { milestones: [m1], ...holiday }, ["m1"]],
  ["two approvals of one person on one day", { milestones: [m1, same], links: [] }, ["dana"]],
  ["nothing on working days", {}, []],
  [
    "nothing in a reached one",
    { milestones: [milestone({ state: "accepted", targetOn: "2026-05-23" })] },
    [],
  ],
  [
    "nothing in two approvals of two people",
    { milestones: [m1, { ...same, approverIds: ["lee"] }], links: [] },
    [],
  ],
  ["nothing in internal milestones", { milestones: [m1, { ...same, clientApproval: false }], links: [] }, []],
])("L14 finds %s", (_, change, expected) => expect(subjectsOf("L14", change)).toEqual(expected));

test("L14 offers the working day before, the one after where a link forbids that", () => {
  const saturday = milestone({ id: "m2", startOn: null, targetOn: "2026-05-23" });
  const fixWith = (lagDays: number) =>
    findingsOf("L14", {
      milestones: [milestone({ targetOn: "2026-05-21" }), saturday],
      links: [link({ kind: "FF", lagDays, lagCalendar: "elapsed" })],
    })[0]?.fix;
  expect(fixWith(0)).toEqual({ kind: "set_dates", changes: [{ milestoneId: "m2", targetOn: "2026-05-22" }] });
  expect(fixWith(2)).toEqual({ kind: "set_dates", changes: [{ milestoneId: "m2", targetOn: "2026-05-25" }] });
});

test("L14 offers the next day for the second approval", () => {
  const [finding] = findingsOf("L14", { milestones: [m1, { ...same, title: "Texts approved" }], links: [] });
  expect(finding).toMatchObject({
    why: "Dana is to approve “Brief agreed” and “Texts approved” on the same day, 22 May 2026.",
    fix: { kind: "set_dates", changes: [{ milestoneId: "m2", targetOn: "2026-05-25" }] },
  });
});

test.each([
  ["a milestone on the eve of the date", { milestones: [m1], fixedDates: fixed("2026-05-25") }, ["m1"]],
  ["four days before it", { milestones: [m1], fixedDates: fixed("2026-05-29") }, ["m1"]],
  ["the last of several before it", { fixedDates: fixed("2026-06-15") }, ["m2"]],
  ["the named one behind it", { fixedDates: fixed("2026-06-01", "m2") }, ["m2"]],
  ["nothing in a week of room", { milestones: [m1], fixedDates: fixed("2026-06-01") }, []],
  ["nothing before a date that is past", { milestones: [m1], fixedDates: fixed("2026-05-11") }, []],
  [
    "nothing where the named one is reached",
    { milestones: [milestone({ state: "accepted" })], fixedDates: fixed("2026-05-25", "m1") },
    [],
  ],
  ["nothing where all comes later", { milestones: [m1], fixedDates: fixed("2026-05-20") }, []],
])("L15 finds %s", (_, change, expected) => expect(subjectsOf("L15", change)).toEqual(expected));

test.each([
  ["2026-05-27", "2026-05-19"],
  ["2026-05-30", "2026-05-22"],
  ["2026-05-31", "2026-05-22"],
])("L15 offers a target that leaves five working days before %s", (on, targetOn) => {
  const late = milestone({ targetOn: "2026-05-26" });
  const [finding] = findingsOf("L15", { milestones: [late], fixedDates: fixed(on) });
  expect(finding?.fix).toEqual({ kind: "set_dates", changes: [{ milestoneId: "m1", targetOn }] });
  expect(subjectsOf("L15", { milestones: [milestone({ targetOn })], fixedDates: fixed(on) })).toEqual([]);
});
