import { expect, test } from "vitest";
import { smallestEnough } from "./smallest.ts";

test.each([
  [1, 40, 6, 6],
  [1, 40, 1, 1],
  [1, 40, 40, 40],
  [1, 40, 41, null],
  [3, 2, 0, null],
])("from %i to %i, where %i is enough: %j", (from, to, enough, found) =>
  expect(smallestEnough(from, to, (n) => n >= enough)).toBe(found),
);
