import { expect, it, test } from "vitest";
import type { Measured, WorkDone } from "./work-done.api.ts";
import { amountText, basisSentence, timeTakenSentence, workDoneSentences } from "./work-done-words.ts";

const schedule = {
  plannedDuration: 10,
  actualTime: 5,
  earned: 2.5,
  variance: -2.5,
  index: 0.5,
  duration: 20,
  toComplete: 1.5,
};
const now: Measured["now"] = {
  budget: 1200,
  planned: 600,
  earned: 300,
  spent: 450,
  scheduleVariance: -300,
  scheduleIndex: 0.5,
  costVariance: -150,
  costIndex: 300 / 450,
  estimateAtCompletion: 1800,
  toCompleteIndex: 1.2,
  schedule,
  longestPath: null,
  adherence: 1,
};

function work(figures: Partial<Measured["now"]> = {}, more: Partial<Measured> = {}): WorkDone {
  return {
    today: "2031-05-09",
    by: "effort",
    baseline: { id: "v1", n: 1, reason: "Start", at: "2031-05-01T09:00:00.000Z", approved: false },
    baselines: [],
    currency: "EUR",
    priced: false,
    finishedCards: 4,
    timedCards: 3,
    measured: {
      now: { ...now, ...figures },
      points: [],
      startOn: "2031-05-05",
      plannedEndOn: "2031-05-16",
      earnedAsOfOn: "2031-05-07",
      expectedEndOn: "2031-05-30",
      counted: 2,
      leftOut: 0,
      ...more,
    },
  };
}
const said = (...args: Parameters<typeof work>) => workDoneSentences(work(...args)).join(" ");

it("says how much is done, how late that is, and where it leads", () => {
  expect(said()).toBe(
    "5 h of 20 h done (25 %); version 1 had planned 10 h by today. That is where the plan had it on Wed May 7: 3 working days behind. " +
      "At this pace all is done about Fri May 30; planned was Fri May 16.",
  );
});

test.each([
  ["half a day is rounded alike both ways", { variance: 2.5 }, {}, "3 working days ahead"],
  ["less than half a day is on time", { variance: -0.4 }, {}, "where the plan wanted it to be today"],
  ["one day is one", { variance: -1 }, {}, ": 1 working day behind."],
  ["nothing done", { variance: -5 }, { earnedAsOfOn: null }, "Nothing is done yet, 5 working days into"],
  ["not begun", { variance: 0 }, { startOn: "2031-05-12" }, "The plan begins on Mon May 12."],
  ["as planned", {}, { expectedEndOn: "2031-05-16" }, "about Fri May 16; as planned."],
  ["years away", {}, { expectedEndOn: "2034-01-01" }, "the end is out of sight"],
])("%s", (_, time, more, words) => {
  expect(said({ schedule: { ...schedule, ...time } }, more)).toContain(words);
});

it("says nothing of a pace that is none yet", () => {
  expect(said({}, { expectedEndOn: null })).not.toContain("pace");
});

it("tells apart what decides the end only where it stands elsewhere", () => {
  const longestPath = (variance: number) => ({ longestPath: { ...schedule, variance } });
  expect(said(longestPath(-6))).toContain("The milestones that decide the end are 6 working days behind.");
  expect(said(longestPath(0.2))).toContain("The milestones that decide the end are on time.");
  expect(said(longestPath(-2.6))).not.toContain("decide the end");
  const ahead = { longestPath: { ...schedule, actualTime: 0, variance: 0 } };
  expect(said(ahead)).not.toContain("decide the end");
});

it("is short where all is done", () => {
  expect(said({ earned: 1200 }, { expectedEndOn: null })).toBe("All of it is done: 20 h.");
});

it("says what finished work took, where cards show it", () => {
  expect(timeTakenSentence(work())).toBe(
    "By the time that cards stood in doing, work so far took 1.5 times what was estimated (known of 3 of 4 finished cards).",
  );
  expect(timeTakenSentence(work({ costIndex: 1.02 }))).toContain("as long as estimated");
  expect(timeTakenSentence({ ...work(), timedCards: 0 })).toBe("");
  expect(timeTakenSentence(work({ costIndex: null }))).toBe("");
});

it("says what the figures rest on and what they leave out", () => {
  expect(basisSentence(work())).toBe(
    "Hours are the likely estimates of cards as they are now, dates are those of version 1.",
  );
  expect(basisSentence(work({}, { leftOut: 1 }))).toContain("1 milestone is left out, because it came later");
  const priced: WorkDone = { ...work({}, { leftOut: 2 }), by: "price" };
  expect(basisSentence(priced)).toContain("2 milestones are left out");
  expect(basisSentence(priced)).toContain("have no price");
});

it("says hours with a decimal only while they are few, and prices in their currency", () => {
  expect([90, 630].map((minutes) => amountText(minutes, work()))).toEqual(["1.5 h", "11 h"]);
  expect(amountText(300_000, { by: "price", currency: "EUR" })).toBe("€3,000");
});
