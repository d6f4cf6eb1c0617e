import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { client, milestone } from "../testing/plans.ts";

const adjustment = (id: string, told: boolean, milestoneId = "m1") => ({
  id,
  milestoneId,
  field: "targetOn",
  told,
});
const internal = milestone({ clientApproval: false });

test.each([
  ["no cadence", { reviews: { everyDays: null, nextDueOn: null } }, ["p1"]],
  ["a review that is overdue", { reviews: { everyDays: 7, nextDueOn: "2026-05-11" } }, ["p1"]],
  ["a date without cadence", { reviews: { everyDays: null, nextDueOn: "2026-06-01" } }, ["p1"]],
  ["nothing in a review today", { reviews: { everyDays: 7, nextDueOn: "2026-05-12" } }, []],
  ["nothing in a cadence that has yet to begin", { reviews: { everyDays: 7, nextDueOn: null } }, []],
  [
    "nothing once all is reached",
    { milestones: [milestone({ state: "accepted" })], reviews: { everyDays: null, nextDueOn: null } },
    [],
  ],
])("L12 finds %s", (_, change, expected) => expect(subjectsOf("L12", change)).toEqual(expected));

test("L12 offers a weekly review", () => {
  const [finding] = findingsOf("L12", { reviews: { everyDays: null, nextDueOn: null } });
  expect(finding).toMatchObject({ level: "warn", fix: { kind: "set_review_cadence", everyDays: 7 } });
});

test.each([
  ["an untold adjustment", { adjustments: [adjustment("a1", false)] }, ["m1"]],
  [
    "several of one milestone, once",
    { adjustments: [adjustment("a1", false), adjustment("a2", false)] },
    ["m1"],
  ],
  [
    "each milestone that has one",
    { adjustments: [adjustment("a1", false, "m2"), adjustment("a2", false)] },
    ["m1", "m2"],
  ],
  ["nothing in told ones", { adjustments: [adjustment("a1", true)] }, []],
  ["nothing without a client", { adjustments: [adjustment("a1", false)], client: null }, []],
  [
    "nothing in a reached milestone",
    { milestones: [milestone({ state: "accepted" })], adjustments: [adjustment("a1", false)] },
    [],
  ],
])("L16 finds %s", (_, change, expected) => expect(subjectsOf("L16", change)).toEqual(expected));

test.each([
  ["a client never asked", { client: client({ askedForInput: false }) }, ["p1"]],
  ["a client without a seat in reviews", { client: client({ inReviews: false }) }, ["p1"]],
  ["both", { client: client({ askedForInput: false, inReviews: false }) }, ["p1", "p1"]],
  ["nothing where the client takes part", {}, []],
  ["nothing in reviews that nobody knows of", { client: client({ inReviews: null }) }, []],
  ["nothing without a client", { client: null }, []],
  [
    "nothing where all milestones are internal",
    { milestones: [internal], client: client({ askedForInput: false, inReviews: false }) },
    [],
  ],
])("L17 finds %s", (_, change, expected) => expect(subjectsOf("L17", change)).toEqual(expected));
