import { expect, test } from "vitest";
import { type AtAGlance, byUrgency, glanceOf, needsSomebody } from "./urgency.ts";

const fine: AtAGlance = {
  name: "fine",
  word: "on_track",
  paused: false,
  silentDays: null,
  reviewMissed: false,
  decisionsWaiting: 0,
  overdue: 0,
  blocked: 0,
  failed: false,
};

test("worst first, what nobody has reviewed above what is at risk and above others of its word", () => {
  const projects: AtAGlance[] = [
    fine,
    { ...fine, name: "at risk", word: "at_risk" },
    { ...fine, name: "off, silent", word: "off_track", silentDays: 12 },
    { ...fine, name: "silent", silentDays: 19 },
    { ...fine, name: "off", word: "off_track", overdue: 9 },
    { ...fine, name: "off, b", word: "off_track" },
    { ...fine, name: "off, a", word: "off_track" },
    { ...fine, name: "not counted", failed: true },
  ];
  expect(projects.toSorted(byUrgency).map(({ name }) => name)).toEqual([
    "not counted",
    "off, silent",
    "off",
    "off, a",
    "off, b",
    "silent",
    "at risk",
    "fine",
  ]);
});

test.each<[string, Partial<AtAGlance>, boolean]>([
  ["on track", {}, false],
  ["not enough data", { word: "not_enough_data" }, false],
  ["off track", { word: "off_track" }, true],
  ["at risk", { word: "at_risk" }, true],
  ["waits for the client", { word: "waiting_for_client" }, true],
  ["silent", { silentDays: 19 }, true],
  ["a review was missed", { reviewMissed: true }, true],
  ["a decision waits", { decisionsWaiting: 1 }, true],
  ["overdue", { overdue: 1 }, true],
  ["blocked", { blocked: 1 }, true],
  ["not counted", { failed: true }, true],
  ["off track, but paused", { word: "off_track", silentDays: 19, paused: true }, false],
])("%s", (_name, facts, needs) => {
  expect(needsSomebody({ ...fine, ...facts })).toBe(needs);
});

test("a row of the portfolio says what is asked of it; of its warnings only the missed review counts here", () => {
  const { word, paused, reviewMissed, overdue, blocked, ...same } = fine;
  const row = { ...same, health: { word }, pausedAt: null, counters: { overdue, blocked } };
  expect(glanceOf({ ...row, warnings: { strongest: [{ code: "likely_late" }] } })).toEqual(fine);
  expect(
    glanceOf({ ...row, pausedAt: "2026-03-09", warnings: { strongest: [{ code: "review_missed" }] } }),
  ).toEqual({
    ...fine,
    paused: true,
    reviewMissed: true,
  });
});
