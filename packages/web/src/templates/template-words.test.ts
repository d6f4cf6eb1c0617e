import { expect, it } from "vitest";
import { effortText, lengthText, windowText } from "./template-words.ts";

it.each([
  [0, 5, "no days yet"],
  [1, 5, "1 working day"],
  [3, 5, "3 working days"],
  [40, 5, "40 working days (8 weeks)"],
  [40, 4, "40 working days (10 weeks)"],
  [43, 5, "43 working days (about 9 weeks)"],
  [9, 0, "9 working days"],
])("%i days at %i a week are %s", (days, perWeek, words) => expect(lengthText(days, perWeek)).toBe(words));

it.each([
  [0, 19, "Working days 1 to 20 (4 weeks)"],
  [4, 4, "Working day 5"],
  [null, 19, "By working day 20"],
  [2, null, "From working day 3"],
  [null, null, "No days yet"],
])("from %s to %s is %s", (startDay, targetDay, words) =>
  expect(windowText({ startDay, targetDay }, 5)).toBe(words),
);

it("says an effort as far as it is known", () => {
  const activity = { title: "Ask", roleKey: null, procedureKey: null };
  expect(effortText({ ...activity, low: 60, likely: 90, high: 120 })).toBe("1 h to 2 h, likely 1.5 h");
  expect(effortText({ ...activity, low: null, likely: 90, high: null })).toBe("1.5 h");
  expect(effortText({ ...activity, low: null, likely: null, high: null })).toBeNull();
});
