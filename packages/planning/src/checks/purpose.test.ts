import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { milestone, objective } from "../testing/plans.ts";

const aimless = milestone({ objectiveIds: [] });
const second = objective({ id: "o2", statement: "A newsletter that people open" });

test.each([
  ["a milestone without objective", { milestones: [aimless] }, ["m1"]],
  ["one whose objective is gone", { milestones: [milestone({ objectiveIds: ["o9"] })] }, ["m1"]],
  [
    "a minor one whose phase serves none either",
    { milestones: [milestone({ id: "p", objectiveIds: [] }), { ...aimless, parentId: "p" }] },
    ["m1", "p"],
  ],
  ["nothing in one that serves", {}, []],
  [
    "nothing in a minor one whose phase serves",
    { milestones: [milestone({ id: "p" }), { ...aimless, parentId: "p" }] },
    [],
  ],
  ["nothing in a dropped one", { milestones: [{ ...aimless, state: "dropped" as const }] }, []],
])("L4 finds %s", (_, change, expected) => expect(subjectsOf("L4", change)).toEqual(expected));

test("L4 links the only objective, and asks where there are several or none", () => {
  const fixWith = (objectives: ReturnType<typeof objective>[]) =>
    findingsOf("L4", { milestones: [aimless], objectives })[0]?.fix;
  expect(fixWith([objective()])).toEqual({ kind: "link_objective", milestoneId: "m1", objectiveId: "o1" });
  expect(fixWith([second, objective()])).toMatchObject({ kind: "ask", choices: ["o1", "o2"] });
  expect(fixWith([])).toMatchObject({ kind: "ask", choices: [] });
});

test.each([
  ["an objective without milestone", { objectives: [objective(), second] }, ["o2"]],
  ["one whose only milestone was dropped", { milestones: [milestone({ state: "dropped" })] }, ["o1"]],
  ["all of them in an empty plan", { milestones: [], objectives: [objective(), second] }, ["o1", "o2"]],
  ["nothing where all are served", {}, []],
  ["nothing where the serving milestone is reached", { milestones: [milestone({ state: "accepted" })] }, []],
  [
    "nothing where one milestone serves two",
    { milestones: [milestone({ objectiveIds: ["o1", "o2"] })], objectives: [objective(), second] },
    [],
  ],
])("L5 finds %s", (_, change, expected) => expect(subjectsOf("L5", change)).toEqual(expected));

test("L5 offers the one milestone that serves nothing", () => {
  const [finding] = findingsOf("L5", { milestones: [aimless] });
  expect(finding).toMatchObject({
    level: "warn",
    fix: { kind: "link_objective", milestoneId: "m1", objectiveId: "o1" },
  });
});
