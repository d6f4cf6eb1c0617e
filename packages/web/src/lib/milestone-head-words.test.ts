import { expect, test } from "vitest";
import { doneText, scopeText } from "./milestone-head-words.ts";

test.each([
  [{ added: 2, removed: 0 }, "+2 cards since baseline"],
  [{ added: 1, removed: 0 }, "+1 card since baseline"],
  [{ added: 0, removed: 1 }, "−1 card since baseline"],
  [{ added: 3, removed: 1 }, "+3 −1 cards since baseline"],
  [{ added: 0, removed: 0 }, ""],
])("a scope of %j reads “%s”", (scope, text) => expect(scopeText(scope)).toBe(text));

test("done is counted in cards and weighed by their estimates", () => {
  const progress = { done: 120, total: 480, doneCount: 1, count: 3, percent: 25 };
  expect(doneText(progress)).toBe("1 of 3 done, 25 % of the work");
  expect(doneText({ ...progress, count: 0 })).toBe("No cards");
});
