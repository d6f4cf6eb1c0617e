import { expect, test } from "vitest";
import { heldSentence, outcomeText, ratioText, slipText } from "./retrospective-words.ts";

const objective = {
  ...{ id: "o", statement: "More orders", measure: "Orders", unit: "a week", baseline: 120 },
  ...{ target: 150, current: 148, met: false, share: 28 / 30 },
};

test.each([
  [{}, "148 of 150 a week: 93 % of the way"],
  [{ current: 151, met: true }, "151 of 150 a week: reached"],
  [{ current: null }, "Not measured; the target was 150 a week."],
  [{ target: null }, "No target was set."],
  [{ share: null }, "148 of 150 a week"],
])("what came of a measure: %j", (change, words) => {
  expect(outcomeText({ ...objective, ...change })).toBe(words);
});

test("slip, safe dates and estimates are said neutrally", () => {
  expect([2, 1, 0, -3, null].map(slipText)).toEqual([
    "2 working days later",
    "1 working day later",
    "on the day",
    "3 working days earlier",
    "-",
  ]);
  expect([1.04, 1.25].map(ratioText)).toEqual(["took what was said", "took 1.3 times what was said"]);
  const facts = { safe: { held: 4, of: 5 } } as Parameters<typeof heldSentence>[0];
  expect(heldSentence(facts)).toBe("4 of 5 safe dates held");
  expect(heldSentence({ ...facts, safe: { held: 0, of: 0 } })).toBeNull();
});
