import { NO_HISTORY } from "@milepost/planning";
import { expect, test } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { aMilestone, aPlan } from "../testing/plan.ts";
import { dateTrial, tryDates } from "./date-effect.ts";
import { shortDay } from "./dates.ts";
import { forecastTrial } from "./forecast-effect.ts";
import { planModel } from "./plan-model.ts";

const milestone = aMilestone("m1", { targetOn: "2026-06-12", state: "active" });
const plan = aPlan([milestone]);
const board = aBoard(
  ["k1", "k2", "k3", "k4"].map((id) => aCard(id, { milestoneId: "m1", likely: 480, people: ["jo"] })),
);
/** Four days of work, and two hours a day for it. */
const basis = {
  plan: {
    ...planModel(plan, board),
    people: [{ id: "jo", name: "", percent: 25, calendar: null }],
  },
  today: "2026-06-01",
  seed: 7,
  samples: 2000,
  history: NO_HISTORY,
};
const trial = dateTrial(plan, board, forecastTrial(basis, new Map([["jo", "Jo"]])));

test("a later day says how much likelier it is, an earlier one who gets overbooked when", () => {
  const later = tryDates(trial, "m1", { targetOn: "2026-07-31" }).sentences;
  expect(later.find((each) => each.startsWith("chance of M1"))).toMatch(
    /^chance of M1 .* % → (Over )?\d+ %$/,
  );
  const earlier = tryDates(trial, "m1", { targetOn: "2026-06-03" }).sentences;
  expect(earlier.find((each) => each.startsWith("Jo over by"))).toMatch(
    new RegExp(`^Jo over by \\d+ h in the week of ${shortDay("2026-06-01")}$`),
  );
});

test("without what the forecast rests on only the dates are told", () => {
  const { sentences } = tryDates(dateTrial(plan, board), "m1", { targetOn: "2026-07-31" });
  expect(sentences.filter((each) => /chance|over by/.test(each))).toEqual([]);
});
