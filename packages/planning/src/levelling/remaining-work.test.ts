import { expect, test } from "vitest";
import { remainingOf, sharesOf, workingTimeOf } from "./remaining-work.ts";

test.each([
  [0, 480, 480],
  [120, 480, 360],
  [450, 480, 48],
  [600, 480, 48],
  [0, 0, 0],
])("with %i minutes done of %i, %i are left", (doneMinutes, total, left) =>
  expect(remainingOf({ doneMinutes }, total)).toBe(left),
);

test.each([
  [100, 3, [34, 33, 33]],
  [2, 3, [1, 1, 0]],
  [90, 1, [90]],
])("%i minutes among %i are %j", (minutes, people, shares) =>
  expect(sharesOf(minutes, people)).toEqual(shares),
);

test.each([
  [100, 100, 100],
  [100, 50, 200],
  [100, 30, 334],
])("%i minutes at %i percent take %i", (minutes, percent, time) =>
  expect(workingTimeOf(minutes, percent)).toBe(time),
);
