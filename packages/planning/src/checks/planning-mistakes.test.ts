import { expect, test } from "vitest";
import { DEFAULT_WEEK } from "../calendar/calendar.ts";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { card, client, link, milestone, person } from "../testing/plans.ts";

const titled = (title: string) => ({ milestones: [milestone({ title })] });
const targets = (...days: string[]) => ({
  milestones: days.map((targetOn, i) =>
    milestone({ id: `m${i}`, startOn: null, targetOn, approverIds: [`a${i}`] }),
  ),
  links: [],
});

test.each([
  ["an activity", titled("Write the texts"), ["m1"]],
  ["an activity that ends with its verb", titled("Startseite programmieren"), ["m1"]],
  ["a gerund", titled("Building the shop"), ["m1"]],
  ["nothing in an outcome", titled("Design approved"), []],
  ["nothing in a result that names its work", titled("Design and build completed"), []],
  ["nothing in a noun", titled("Opening of the shop"), []],
  ["nothing twice: what L1 calls vague", titled("Design"), []],
  [
    "nothing in a reached one",
    { milestones: [milestone({ title: "Write the texts", state: "accepted" })] },
    [],
  ],
])("L19 finds %s", (_, change, expected) => expect(subjectsOf("L19", change)).toEqual(expected));

const week = ["2026-05-13", "2026-05-14", "2026-05-15", "2026-05-18"];
test.each([
  ["four in a week for one person", { ...targets(...week), people: [person()] }, ["p1"]],
  ["five in a week for two", targets(...week, "2026-05-18"), ["p1"]],
  ["four before a later start", { ...targets(...week), people: [], startOn: "2026-05-14" }, ["p1"]],
  ["nothing in four in two weeks for two people", targets(...week.slice(1), "2026-05-25"), []],
  ["nothing in three, however near", { ...targets(...week.slice(1)), people: [person()] }, []],
  ["nothing in four over a month", { ...targets(...week.slice(1), "2026-06-12"), people: [person()] }, []],
])("L20 finds %s", (_, change, expected) => expect(subjectsOf("L20", change)).toEqual(expected));

test.each([
  ["ends of months", targets("2026-05-31", "2026-06-30", "2026-07-31"), ["p1"]],
  ["the last working day of months", targets("2026-05-29", "2026-06-30", "2026-07-31"), ["p1"]],
  ["all on one day", targets("2026-06-10", "2026-06-10", "2026-06-10"), ["p1"]],
  ["nothing in two", targets("2026-05-31", "2026-06-30"), []],
  ["nothing in one that differs", targets("2026-05-31", "2026-06-30", "2026-07-15"), []],
  ["nothing in what is over", targets("2026-03-31", "2026-04-30", "2026-06-30"), []],
])("L21 finds %s", (_, change, expected) => expect(subjectsOf("L21", change)).toEqual(expected));

const due = (dueOn: string, change = {}) => ({
  milestones: [milestone(change)],
  cards: [card({ dueOn })],
  links: [],
});
test.each([
  ["work until the target", due("2026-05-22"), ["m1"]],
  ["work until two days before it", due("2026-05-20"), ["m1"]],
  ["a slow client", { ...due("2026-05-15"), client: client({ answerDays: 6 }) }, ["m1"]],
  ["a window of one day", { milestones: [milestone({ startOn: "2026-05-22" })], links: [] }, ["m1"]],
  ["nothing in three days for the client", due("2026-05-19"), []],
  ["nothing in a quick answer that was agreed", due("2026-05-21", { signOffDays: 1 }), []],
  ["nothing in an internal milestone", due("2026-05-22", { clientApproval: false }), []],
  ["nothing without a client", { ...due("2026-05-22"), client: null }, []],
])("L22 finds %s", (_, change, expected) => expect(subjectsOf("L22", change)).toEqual(expected));

test("L22 offers the day that leaves the client time", () => {
  const [finding] = findingsOf("L22", due("2026-05-21"));
  expect(finding?.fix).toEqual({
    kind: "set_dates",
    changes: [{ milestoneId: "m1", targetOn: "2026-05-26" }],
  });
  expect(finding?.why).toBe(
    "The client has 1 working day to look at “Brief agreed” before its target, and takes 3.",
  );
});

const loose = (change = {}) => ({
  cards: [card(), card({ id: "c2" }), card({ id: "c9", milestoneId: null, ...change })],
});
test.each([
  ["a card without milestone", loose(), ["p1"]],
  ["one that is begun", loose({ place: "doing" }), ["p1"]],
  ["one in the outline", loose({ place: "outline" }), ["p1"]],
  ["nothing in the Later list", loose({ place: "later" }), []],
  ["nothing in what is done", loose({ place: "done" }), []],
  ["nothing where all belong", loose({ milestoneId: "m1" }), []],
])("L23 finds %s", (_, change, expected) => expect(subjectsOf("L23", change)).toEqual(expected));

const leave = (from: string, to: string) => ({
  people: [
    person(),
    person({ id: "jo", name: "Jo", calendar: { week: DEFAULT_WEEK, daysOff: [{ from, to }] } }),
  ],
});
const dueOn = (day: string, change = {}) => ({
  cards: [card({ dueOn: day, ...change }), card({ id: "c2" })],
});
test.each([
  ["a card due in a leave", { ...leave("2026-05-14", "2026-05-20"), ...dueOn("2026-05-18") }, ["c1"]],
  ["on its first day", { ...leave("2026-05-18", "2026-05-20"), ...dueOn("2026-05-18") }, ["c1"]],
  [
    "for one of two",
    { ...leave("2026-05-18", "2026-05-20"), ...dueOn("2026-05-18", { assigneeIds: ["jo", "sam"] }) },
    ["c1"],
  ],
  ["nothing before it", { ...leave("2026-05-18", "2026-05-20"), ...dueOn("2026-05-15") }, []],
  ["nothing on a Sunday", { ...leave("2026-05-14", "2026-05-20"), ...dueOn("2026-05-17") }, []],
  [
    "nothing in another's leave",
    { ...leave("2026-05-18", "2026-05-20"), ...dueOn("2026-05-18", { assigneeIds: ["sam"] }) },
    [],
  ],
  [
    "nothing in what is done",
    { ...leave("2026-05-18", "2026-05-20"), ...dueOn("2026-05-18", { place: "done" }) },
    [],
  ],
])("L24 finds %s", (_, change, expected) => expect(subjectsOf("L24", change)).toEqual(expected));

/** Eight weeks of work each, longer than anything else: without slack. */
const long = (change = {}) => card({ likely: 19_200, milestoneId: null, ...change });
const critical = (second = {}, links = [link()]) => ({
  cards: [long(), long({ id: "c2", ...second })],
  links,
});
test.each([
  ["two at once", critical(), ["jo"]],
  ["one of them shared", critical({ assigneeIds: ["jo", "sam"] }), ["jo"]],
  ["nothing in one each", critical({ assigneeIds: ["sam"] }), []],
  [
    "two that are linked to others alone",
    critical({}, [link(), link({ id: "l2", from: "c1", to: "m2", kind: "SS" })]),
    ["jo"],
  ],
  ["nothing in one after the other", critical({}, [link({ id: "l2", from: "c1", to: "c2" })]), []],
  ["nothing where one has slack", critical({ likely: 480 }), []],
])("L25 finds %s", (_, change, expected) => expect(subjectsOf("L25", change)).toEqual(expected));

const every = (everyDays: number | null) => ({ reviews: { everyDays, nextDueOn: "2026-05-15" } });
test.each([
  ["a review a month", every(30), ["p1"]],
  ["every three weeks", every(21), ["p1"]],
  ["every 15 days", every(15), ["p1"]],
  ["nothing in two weeks", every(14), []],
  ["nothing in a week", every(7), []],
  ["nothing without a cadence, which L12 names", every(null), []],
])("L26 finds %s", (_, change, expected) => expect(subjectsOf("L26", change)).toEqual(expected));

test("L26 offers a review every two weeks", () => {
  expect(findingsOf("L26", every(30))[0]?.fix).toEqual({ kind: "set_review_cadence", everyDays: 14 });
});

const nearly = (touchedOn: string | null, change = {}) => ({
  milestones: [milestone(change)],
  cards: [
    card({ likely: 900, place: "done", doneOn: "2026-04-20", touchedOn: "2026-04-20" }),
    card({ id: "c2", likely: 100, place: "doing", touchedOn }),
  ],
});
test.each([
  ["90 % since two weeks", nearly("2026-04-28"), ["m1"]],
  ["90 % since nobody knows when", nearly(null), ["m1"]],
  ["90 % in an active one", nearly("2026-04-10", { state: "active" }), ["m1"]],
  ["nothing in a card of last week", nearly("2026-05-05"), []],
  ["nothing in a submitted one", nearly("2026-04-28", { state: "submitted" }), []],
  [
    "nothing far from the end",
    {
      cards: [card({ place: "done", touchedOn: "2026-04-01" }), card({ id: "c2", touchedOn: "2026-04-01" })],
    },
    [],
  ],
])("L27 finds %s", (_, change, expected) => expect(subjectsOf("L27", change)).toEqual(expected));
