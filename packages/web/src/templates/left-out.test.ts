import { expect, it } from "vitest";
import { ApiProblem, inWords } from "../lib/problem.ts";
import { type FilePart, leftOutText, placedProblem, placeText, refusedParts } from "./left-out.ts";

it.each([
  ["milestones.0.activities.2", "Milestone 1, activity 3"],
  ["milestones.1", "Milestone 2"],
  ["milestones.0.activities.1.roleKey", "Milestone 1, activity 2, role"],
  ["milestones.3.ownerRole", "Milestone 4, responsible"],
  ["milestones.3.criteria.1", "Milestone 4, done when 2"],
  ["procedures", "Checklists"],
  ["links.0", "Link 1"],
  ["fixedDate", "Fixed date"],
  ["startDay", "First working day"],
  ["measure.target", "Measure, to"],
  ["colours.1", "Colours 2"],
])("%s is said as %s", (path, words) => expect(placeText(path)).toBe(words));

const part = (more: Partial<FilePart>): FilePart => ({
  path: "milestones.3",
  name: "Site is live",
  taken: false,
  reasons: [],
  ...more,
});

it.each([
  [
    part({ reasons: [{ path: "startDay", message: "Use a whole number." }] }),
    "Milestone 4 “Site is live” left out. First working day: Use a whole number.",
  ],
  [
    part({
      name: "",
      reasons: [
        { path: "outcome", message: "This is missing." },
        { path: "startDay", message: "Use a whole number." },
        { path: "criteria.2", message: "This is missing." },
      ],
    }),
    "Milestone 4 left out. Outcome, done when 3: This is missing. First working day: Use a whole number.",
  ],
  [
    part({ path: "milestones.0.activities.1", name: "", reasons: [{ path: "", message: "Low over high." }] }),
    "Milestone 1, activity 2 left out. Low over high.",
  ],
  [
    part({
      taken: true,
      reasons: [
        { path: "ownerRole", message: "There is no “x”." },
        { path: "objectiveKeys", message: "There is no “y”." },
        { path: "objectiveKeys", message: "There is no “z”." },
      ],
    }),
    "Milestone 4 “Site is live” taken without its responsible role and an objective that it serves. There is no “x”. There is no “y”. There is no “z”.",
  ],
  [
    part({
      path: "milestones",
      name: "",
      taken: true,
      reasons: [{ path: "", message: "Only the first 60." }],
    }),
    "Milestones. Only the first 60.",
  ],
  [
    part({ path: "", name: "", reasons: [{ path: "name", message: "This is missing." }] }),
    "Name: This is missing.",
  ],
])("says what became of a part, and why: case %#", (given, words) => expect(leftOutText(given)).toBe(words));

it("finds the parts in a refusal, and none in another problem", () => {
  const parts = [part({})];
  expect(refusedParts(new ApiProblem(422, { facts: { leftOut: parts } }))).toEqual(parts);
  expect(refusedParts(new ApiProblem(413, {}))).toEqual([]);
  expect(refusedParts(new Error("no"))).toEqual([]);
});

it("says of a refused change where each fault stands", () => {
  const errors = [
    { path: "milestones.1.criteria.0", message: "Use at most 500 characters." },
    { path: "name", message: "Write at least one character." },
  ];
  const placed = placedProblem(new ApiProblem(400, { title: "Not valid", detail: "Look again.", errors }));
  expect(inWords(placed)).toEqual({
    title: "Not valid",
    message:
      "Look again. Milestone 2, done when 1: Use at most 500 characters. Write at least one character.",
  });
  const other = new ApiProblem(412, { title: "Changed meanwhile" });
  expect(placedProblem(other)).toBe(other);
});
