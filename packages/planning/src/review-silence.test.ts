import { expect, test } from "vitest";
import { type ReviewStanding, silenceOf } from "./review-silence.ts";

const TODAY = "2026-05-20";
const standing = (change: Partial<ReviewStanding>): ReviewStanding => ({
  everyDays: 7,
  setOn: "2026-01-05",
  startsOn: "2026-01-05",
  lastHeldOn: "2026-05-18",
  skippedInARow: 0,
  ...change,
});

test.each<[string, Partial<ReviewStanding>, ReturnType<typeof silenceOf>]>([
  ["reviewed this week", {}, null],
  ["10 days are not yet one and a half weeks", { lastHeldOn: "2026-05-10" }, null],
  ["11 days are more", { lastHeldOn: "2026-05-09" }, { days: 11, skippedTwice: false }],
  ["exactly one and a half cadences", { everyDays: 10, lastHeldOn: "2026-05-05" }, null],
  ["skipped once", { skippedInARow: 1 }, null],
  ["skipped twice", { skippedInARow: 2 }, { days: 2, skippedTwice: true }],
  ["monthly", { everyDays: 30, lastHeldOn: "2026-04-10" }, null],
  ["no cadence", { everyDays: null, lastHeldOn: "2025-01-01", skippedInARow: 3 }, null],
  ["never held", { lastHeldOn: null }, { days: 135, skippedTwice: false }],
  ["set yesterday", { lastHeldOn: null, setOn: "2026-05-19" }, null],
  ["begins in June", { lastHeldOn: null, startsOn: "2026-06-08" }, null],
  ["began this week", { lastHeldOn: null, startsOn: "2026-05-18" }, null],
  ["began four days ago", { lastHeldOn: null, startsOn: "2026-05-16" }, { days: 11, skippedTwice: false }],
])("%s", (_what, change, wanted) => expect(silenceOf(standing(change), TODAY)).toEqual(wanted));
