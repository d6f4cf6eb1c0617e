import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { card, link, milestone, objective } from "../testing/plans.ts";

const m2 = milestone({ id: "m2", startOn: "2026-05-25", targetOn: "2026-06-12" });

test.each([
  ["a draft without target", { milestones: [milestone({ state: "draft", targetOn: null })] }, ["m1"]],
  ["one with a start alone", { milestones: [milestone({ startOn: "2026-06-01", targetOn: null })] }, ["m1"]],
  [
    "each of several",
    { milestones: [milestone({ targetOn: null }), { ...m2, targetOn: null }] },
    ["m1", "m2"],
  ],
  ["nothing in dated ones", { milestones: [milestone({ startOn: null })] }, []],
  ["nothing in a dropped one", { milestones: [milestone({ state: "dropped", targetOn: null })] }, []],
  ["nothing in a reached one", { milestones: [milestone({ state: "accepted", targetOn: null })] }, []],
])("L2 finds %s", (_, change, expected) => expect(subjectsOf("L2", change)).toEqual(expected));

test("L2 blocks and offers two weeks of work from the start", () => {
  const [finding] = findingsOf("L2", {
    milestones: [milestone({ startOn: "2026-06-01", targetOn: null })],
    links: [],
  });
  expect(finding).toMatchObject({
    level: "error",
    blocks: ["m1"],
    fix: { kind: "set_dates", changes: [{ milestoneId: "m1", targetOn: "2026-06-12" }] },
  });
});

test("L2 offers no date that a follower forbids, and asks instead", () => {
  const milestones = [
    milestone({ startOn: null, targetOn: null }),
    { ...m2, startOn: "2026-05-18", targetOn: "2026-05-22" },
  ];
  const [finding] = findingsOf("L2", { milestones, links: [link()] });
  expect(finding?.fix).toMatchObject({ kind: "ask", field: "targetOn" });
});

test.each([
  ["a milestone without criteria", { milestones: [milestone({ criteria: [] })] }, ["m1"]],
  ["an objective without measure", { objectives: [objective({ measure: null })] }, ["o1"]],
  [
    "an objective whose measure has no target",
    {
      objectives: [
        objective({ measure: { name: "orders", unit: "", baseline: 1, target: null, current: null } }),
      ],
    },
    ["o1"],
  ],
  [
    "an objective whose measure has no name",
    { objectives: [objective({ measure: { name: " ", unit: "", baseline: 1, target: 2, current: null } })] },
    ["o1"],
  ],
  ["nothing in measured things", {}, []],
  [
    "nothing in a target of nought",
    {
      objectives: [
        objective({ measure: { name: "complaints", unit: "", baseline: 4, target: 0, current: 4 } }),
      ],
    },
    [],
  ],
  ["nothing in a reached milestone", { milestones: [milestone({ state: "accepted", criteria: [] })] }, []],
])("L3 finds %s", (_, change, expected) => expect(subjectsOf("L3", change)).toEqual(expected));

test("L3 offers the outcome as the first criterion, else the title", () => {
  const fixOf = (outcome: string) =>
    findingsOf("L3", { milestones: [milestone({ criteria: [], outcome })] })[0]?.fix;
  expect(fixOf("Brief signed")).toEqual({ kind: "add_criterion", milestoneId: "m1", text: "Brief signed" });
  expect(fixOf(" ")).toEqual({ kind: "add_criterion", milestoneId: "m1", text: "Brief agreed" });
});

test("L3 of an objective blocks the open milestones that serve it", () => {
  const milestones = [
    milestone(),
    m2,
    milestone({ id: "m3", state: "accepted" }),
    milestone({ id: "m4", objectiveIds: ["o2"] }),
  ];
  const objectives = [objective({ measure: null }), objective({ id: "o2" })];
  expect(findingsOf("L3", { milestones, objectives })[0]?.blocks).toEqual(["m1", "m2"]);
});

test.each([
  ["a milestone without description", { milestones: [milestone({ outcome: "  " })] }, ["m1"]],
  ["one without cards", { cards: [card()] }, ["m2"]],
  ["one with neither, twice", { milestones: [milestone({ outcome: "" })], cards: [] }, ["m1", "m1"]],
  [
    "nothing in one with an activity of the outline",
    { milestones: [milestone()], cards: [card({ place: "outline" })] },
    [],
  ],
  [
    "nothing in a phase with minor milestones",
    { milestones: [m2, milestone({ parentId: "m2" })], cards: [card()] },
    [],
  ],
  ["nothing in a dropped one", { milestones: [milestone({ state: "dropped", outcome: "" })], cards: [] }, []],
])("L10 finds %s", (_, change, expected) => expect(subjectsOf("L10", change)).toEqual(expected));
