import { expect, test } from "vitest";
import { differenceText, headlineText } from "./project-time-words.ts";
import type { ProjectTime } from "./time.api.ts";

test.each([
  [240, 60, false, "3 h left"],
  [240, 240, false, "nothing left"],
  [240, 240, true, "as estimated"],
  [240, 210, true, "30 min less than estimated"],
  [240, 270, false, "30 min more than estimated"],
  [240, 270, true, "30 min more than estimated"],
  [240, 0, true, "nothing written down"],
  [null, 30, true, "not estimated"],
  [0, 0, false, ""],
])("of %s min estimated and %s min worked (over: %s): %s", (estimated, worked, isOver, said) => {
  expect(differenceText({ estimated, worked, isOver })).toBe(said);
});

test("the headline judges estimates by cards that are done alone", () => {
  const card = (isDone: boolean, estimated: number | null, worked: number) => ({
    ...{ id: "c", ref: "ACME-1", title: "Draw", asked: worked },
    ...{ isDone, estimated, worked },
  });
  const time = (cards: ReturnType<typeof card>[]): ProjectTime => ({
    ...{ estimated: 480, worked: 330, asked: 330, people: [], weeks: [] },
    milestones: [{ milestone: null, estimated: 480, worked: 330, asked: 330, cards, untouched: 0 }],
  });
  expect(headlineText(time([card(false, 60, 200), card(true, null, 50)]))).toBe(
    "5 h 30 written down, 8 h estimated.",
  );
  expect(headlineText(time([card(true, 60, 90), card(true, 60, 60), card(false, 60, 0)]))).toBe(
    "5 h 30 written down, 8 h estimated. The 2 cards that are done took 1.3 times what was estimated.",
  );
});
