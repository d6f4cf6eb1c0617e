import { expect, test } from "vitest";
import { slipSentence, slipText } from "./portfolio-slip.ts";

const slip = (days: number, later = 0, weeks = [0, days]) => ({
  n: 1,
  takenOn: "2026-05-12",
  milestoneId: "m1",
  days,
  later,
  weeks: weeks.map((each, at) => ({ on: `2026-06-${String(1 + 7 * at).padStart(2, "0")}`, days: each })),
});

test.each([
  [slip(9, 1), "+9 d vs baseline"],
  [slip(-2), "−2 d vs baseline"],
  [slip(0), "on baseline"],
  [slip(0, 2), "end on baseline, 2 later"],
])("slip %# reads %s", (given, text) => {
  expect(slipText(given)).toBe(text);
});

test("the sentence names the end, the baseline and each week in which it moved", () => {
  expect(slipSentence(slip(9, 1, [0, 4, 4, 9]), "Launch")).toMatch(
    /^Launch is 9 working days later than in baseline 1 \(.*12.*\)\. In the last 3 weeks: \+4 d by .*8.*, \+9 d by .*22.*\.$/,
  );
  expect(slipSentence(slip(0, 0, [2, 0]), "Launch")).toMatch(/had it\. In the last week: on baseline by/);
  expect(slipSentence(slip(0, 0, [0]), "Launch")).toMatch(/^Launch is where baseline 1 \(.*\) had it\.$/);
});
