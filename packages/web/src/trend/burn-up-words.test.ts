import { expect, it } from "vitest";
import type { BurnUp } from "./burn-up.api.ts";
import { burnUpSentence, rowsOf } from "./burn-up-words.ts";

const point = (on: string, done: number, scope: number) => ({
  on,
  doneCards: done,
  scopeCards: scope,
  doneMinutes: done * 90,
  scopeMinutes: scope * 90,
});
const burnUp: BurnUp = {
  today: "2031-06-20",
  points: [point("2031-05-12", 0, 10), point("2031-06-02", 2, 12), point("2031-06-18", 5, 14)],
  estimated: 14,
};
const baseline = { n: 1, at: "2031-05-12T09:00:00.000Z" };

it("says how much is done, how the scope has grown, and what happened lately", () => {
  const sentence = burnUpSentence(burnUp, "cards", baseline);
  expect(sentence).toMatch(
    /^5 of 14 cards done \(35 %\)\. Since baseline 1 \(Mon .*\) the scope has grown by 4 cards\./,
  );
  expect(sentence).toMatch(/In the last 14 days 3 cards got done and 2 cards came in\.$/);
  expect(burnUpSentence(burnUp, "hours", null)).toBe(
    "7.5 of 21 h done (35 %). In the last 14 days 5 h got done and 3 h came in.",
  );
});

it("says that scope shrank, and that nothing got done", () => {
  const stood = { ...burnUp, points: [point("2031-05-12", 1, 10), point("2031-06-18", 1, 7)] };
  expect(burnUpSentence(stood, "cards", baseline)).toMatch(
    /the scope has shrunk by 3 cards\. In the last 14 days nothing got done and 3 cards went out\.$/,
  );
  expect(burnUpSentence({ ...burnUp, points: [] }, "cards", baseline)).toBe("");
});

it("a long history is a row a week", () => {
  const days = Array.from({ length: 31 }, (_, at) =>
    point(`2031-05-${String(at + 1).padStart(2, "0")}`, 0, at),
  );
  expect(rowsOf(days).map(({ on }) => on.slice(-2))).toEqual(["04", "11", "18", "25", "31"]);
  expect(rowsOf(days.slice(0, 9))).toHaveLength(9);
});
