import { expect, test } from "vitest";
import { aPlan } from "../testing/plan.ts";
import { dayText } from "./dates.ts";
import { groundsSentences } from "./forecast-grounds.ts";
import type { Plan } from "./plan-query.ts";

type Grounds = NonNullable<Plan["forecastGrounds"]>;

const byEstimates = { p50On: "2026-06-12", p80On: "2026-06-19" };
const byPace = { p50On: "2026-06-22", p80On: "2026-07-01" };

function sentences(more: Partial<Grounds>, paced: Grounds["milestones"][number]["byPace"] = byPace) {
  const forecastGrounds = {
    pace: { cardsPerWeek: 6.2, weeks: 12 },
    paceShare: 0,
    compared: 2,
    reached: 2,
    corrected: false,
    milestones: [{ id: "m1", byEstimates, byPace: paced }],
    ...more,
  };
  return groundsSentences(aPlan([], { forecastGrounds }), "m1").join(" ");
}

test("says that there is too little finished work", () => {
  expect(sentences({ pace: null }, null)).toBe(
    "From the estimates; not enough finished work to compare yet.",
  );
});

test("names what the pace would say before it counts", () => {
  expect(sentences({})).toBe(
    `From the estimates. At your pace of 6 cards a week it would be likely by ${dayText("2026-06-22")}, safe by ${dayText("2026-07-01")}. ` +
      "The pace will count once 5 reached milestones show which of the two comes closer (2 so far).",
  );
});

test("names both and how much the pace counts", () => {
  const said = sentences({ paceShare: 0.6, compared: 7, reached: 23, corrected: true });
  expect(said).toContain(`From the estimates (likely by ${dayText("2026-06-12")},`);
  expect(said).toContain("The pace counts for 60 %: so it fits how 7 reached milestones went.");
  expect(said).toContain("Corrected by how the dates of 23 reached milestones held.");
});

test("work without an open card has no pace", () => {
  expect(sentences({}, null)).toBe("From the estimates.");
});

test.each([
  [1.1, "a card a week"],
  [0.6, "3 cards a month"],
  [0.1, "a card a month"],
])("says a pace of %d a week as people would", (cardsPerWeek, words) => {
  expect(sentences({ pace: { cardsPerWeek, weeks: 12 } })).toContain(`your pace of ${words} `);
});

test("says nothing where there are no dates", () => {
  expect(groundsSentences(aPlan([]), "m1")).toEqual([]);
});
