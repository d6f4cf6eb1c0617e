import { expect, test } from "vitest";
import { findingsOf, subjectsOf } from "../testing/checks.ts";
import { milestone, objective } from "../testing/plans.ts";
import { vaguenessOf } from "./wording.ts";

test.each([
  ["Improve site", { kind: "endless_verb", word: "improve" }],
  ["Improving the site", { kind: "endless_verb", word: "improving" }],
  ["Work on the shop", { kind: "endless_verb", word: "work" }],
  ["Finish stuff", { kind: "empty_word", word: "stuff" }],
  ["Photos, texts etc.", { kind: "empty_word", word: "etc" }],
  ["Misc", { kind: "empty_word", word: "misc" }],
  ["Design", { kind: "no_object" }],
  ["The and of", { kind: "no_object" }],
  ["", { kind: "no_object" }],
  ["Webseite verbessern", { kind: "endless_verb", word: "verbessern" }],
  ["Optimierung der Ladezeit", { kind: "endless_verb", word: "optimierung" }],
  ["Restliche Sachen", { kind: "empty_word", word: "sachen" }],
  ["Um alles kümmern", { kind: "empty_word", word: "alles" }],
  ["Entwurf", { kind: "no_object" }],
])("%j is vague", (title, expected) => expect(vaguenessOf(title)).toEqual(expected));

test.each([
  "Design approved",
  "Brief signed by Rosa Bakery",
  "Improve conversion to 3 %",
  "Everybody's photos delivered",
  "Shop opens on 1 June",
  "Entwurf freigegeben",
  "Ladezeit auf 2 Sekunden verbessern",
  "Kundenportalfreigabe",
  "Marketing strategy handed over",
])("%j is not vague", (title) => expect(vaguenessOf(title)).toBeNull());

test.each([
  ["a milestone's title", { milestones: [milestone({ title: "Improve site" })] }, ["m1"]],
  [
    "an objective without a number",
    { objectives: [objective({ statement: "Boost sales", measure: null })] },
    ["o1"],
  ],
  [
    "an objective of empty words, measured or not",
    { objectives: [objective({ statement: "More stuff sold" })] },
    ["o1"],
  ],
  [
    "nothing in a reached milestone",
    { milestones: [milestone({ title: "Improve site", state: "accepted" })] },
    [],
  ],
  [
    "nothing in a measured objective that grows something",
    { objectives: [objective({ statement: "Increase orders" })] },
    [],
  ],
  [
    "nothing in a measured objective that only names what there shall be more of",
    { objectives: [objective({ statement: "More orders" })] },
    [],
  ],
  [
    "the same words without a number",
    { objectives: [objective({ statement: "More orders", measure: null })] },
    ["o1"],
  ],
  [
    "the same words with a measure that has no value to reach",
    {
      objectives: [
        objective({
          statement: "More orders",
          measure: { name: "orders", unit: "a week", baseline: 120, target: null, current: null },
        }),
      ],
    },
    ["o1"],
  ],
  [
    "a measured objective without any word of weight",
    { objectives: [objective({ statement: "More and better" })] },
    ["o1"],
  ],
  ["nothing in outcomes", { milestones: [milestone({ title: "Site relaunched" })] }, []],
])("L1 finds %s", (_, change, expected) => expect(subjectsOf("L1", change)).toEqual(expected));

test("L1 says which word and asks for the outcome", () => {
  const [finding] = findingsOf("L1", { milestones: [milestone({ title: "Improve site" })] });
  expect(finding).toMatchObject({
    level: "warn",
    blocks: [],
    why: "“Improve site” has no end: nobody can tell when “improve” is done.",
    fix: { kind: "ask", field: "title" },
  });
});
