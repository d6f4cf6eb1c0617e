import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { contact, milestone, risk } from "../testing/plans.ts";

const undecided = milestone({ approverIds: [] });

test.each([
  ["a milestone that the client approves, without decider", { milestones: [undecided] }, ["m1"]],
  [
    "a contact without a role",
    { contacts: [contact(), contact({ id: "lee", name: "Lee", role: null })] },
    ["lee"],
  ],
  ["both", { milestones: [undecided], contacts: [contact({ role: null })] }, ["dana", "m1"]],
  ["nothing where somebody decides", {}, []],
  ["nothing in an internal milestone", { milestones: [{ ...undecided, clientApproval: false }] }, []],
  ["nothing in a dropped one", { milestones: [{ ...undecided, state: "dropped" as const }] }, []],
  ["nothing in an observer", { contacts: [contact(), contact({ id: "lee", role: "observer" })] }, []],
])("L11 finds %s", (_, change, expected) => expect(subjectsOf("L11", change)).toEqual(expected));

test("L11 names the only approver, and asks where there are several", () => {
  const fixWith = (contacts: ReturnType<typeof contact>[]) =>
    findingsOf("L11", { milestones: [undecided], contacts })[0]?.fix;
  expect(fixWith([contact()])).toEqual({ kind: "add_approver", milestoneId: "m1", personId: "dana" });
  expect(fixWith([contact({ id: "lee" }), contact()])).toMatchObject({
    kind: "ask",
    choices: ["dana", "lee"],
  });
});

test("L11 of a milestone blocks it, a contact without role blocks nothing", () => {
  const findings = findingsOf("L11", { milestones: [undecided], contacts: [contact({ role: null })] });
  expect(findings.map(({ subject, blocks }) => [subject.kind, blocks])).toEqual([
    ["contact", []],
    ["milestone", ["m1"]],
  ]);
});

test.each([
  ["a risk that nobody watches", { risks: [risk({ ownerId: null })] }, ["r1"]],
  ["one without response", { risks: [risk({ response: " " })] }, ["r1"]],
  ["one with neither, twice", { risks: [risk({ ownerId: null, response: "" })] }, ["r1", "r1"]],
  ["nothing in a watched one", {}, []],
  ["nothing in a closed one", { risks: [risk({ status: "closed", ownerId: null, response: "" })] }, []],
  ["nothing without risks", { risks: [] }, []],
])("L18 finds %s", (_, change, expected) => expect(subjectsOf("L18", change)).toEqual(expected));

test("L18 offers the owner of the milestone that the risk touches", () => {
  const fixOf = (milestoneIds: string[]) =>
    findingsOf("L18", { risks: [risk({ ownerId: null, milestoneIds })] })[0]?.fix;
  expect(fixOf(["m1"])).toEqual({ kind: "set_risk_owner", riskId: "r1", personId: "sam" });
  expect(fixOf([])).toMatchObject({ kind: "ask", choices: ["jo", "sam"] });
});
