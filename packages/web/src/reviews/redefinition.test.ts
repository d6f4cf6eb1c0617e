import { expect, test } from "vitest";
import { criteriaOf } from "./redefinition.ts";

const criteria = [
  { id: "a", text: "14 pages have copy", answer: null },
  { id: "b", text: "Every page has a photo", answer: "met" as const },
  { id: "c", text: "Rosa has read them", answer: null },
];

test.each([
  [
    "the same lines are the same criteria, wherever they stand",
    "Rosa has read them\n14 pages have copy\nEvery page has a photo",
    [
      ["c", "Rosa has read them"],
      ["a", "14 pages have copy"],
      ["b", "Every page has a photo"],
    ],
  ],
  [
    "other words reword what is left, and what is gone is left out",
    "- 9 pages have copy\n\n- Every page has a photo",
    [
      ["a", "9 pages have copy"],
      ["b", "Every page has a photo"],
    ],
  ],
  [
    "what comes beyond them is new; the same line twice is one",
    "14 pages have copy\nEvery page has a photo\nRosa has read them\nProof is printed\nProof is printed",
    [
      ["a", "14 pages have copy"],
      ["b", "Every page has a photo"],
      ["c", "Rosa has read them"],
      [null, "Proof is printed"],
    ],
  ],
  ["nothing is nothing", " \n", []],
])("%s", (_name, text, wanted) => {
  expect(criteriaOf(text, criteria).map(({ id, text: words }) => [id, words])).toEqual(wanted);
});
