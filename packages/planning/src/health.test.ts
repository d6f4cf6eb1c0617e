import fc from "fast-check";
import { expect, test } from "vitest";
import { type HealthFacts, type HealthWord, healthOf, projectHealth } from "./health.ts";

const TODAY = "2026-05-12";
const facts: HealthFacts = {
  state: "active",
  targetOn: "2026-05-29",
  projectPaused: false,
  clientItems: [],
  estimatedCards: 5,
};
const forecast = (p50On: string, p80On: string) => ({ forecast: { p50On, p80On } });
const waiting = { clientItems: [{ id: "i1", askedOn: "2026-05-01", drives: true }] };

test.each([
  ["reached although overdue", { state: "accepted", targetOn: "2026-05-01" }, "reached", ["reached"]],
  ["reached although paused", { state: "accepted", projectPaused: true }, "reached", ["reached"]],
  ["paused although overdue", { projectPaused: true, targetOn: "2026-05-01" }, "paused", ["project_paused"]],
  ["overdue since yesterday", { targetOn: "2026-05-11" }, "off_track", ["overdue"]],
  ["due today", { targetOn: TODAY, ...forecast(TODAY, TODAY) }, "on_track", ["in_time"]],
  ["overdue and waiting", { targetOn: "2026-05-11", ...waiting }, "off_track", ["overdue", "client_item"]],
  [
    "waiting",
    { ...waiting, ...forecast("2026-06-10", "2026-06-20") },
    "waiting_for_client",
    ["client_item", "likely_late"],
  ],
  [
    "waiting for something minor",
    { clientItems: [{ id: "i1", askedOn: "2026-05-01", drives: false }] },
    "not_enough_data",
    ["no_forecast"],
  ],
  [
    "without target",
    { targetOn: null, ...forecast("2026-05-20", "2026-05-21") },
    "not_enough_data",
    ["no_target"],
  ],
  [
    "two estimates",
    { estimatedCards: 2, ...forecast("2026-05-20", "2026-05-21") },
    "not_enough_data",
    ["few_estimates"],
  ],
  ["no forecast", {}, "not_enough_data", ["no_forecast"]],
  ["likely late", forecast("2026-05-30", "2026-06-03"), "off_track", ["likely_late"]],
  ["perhaps late", forecast("2026-05-29", "2026-05-30"), "at_risk", ["safe_date_late"]],
  ["in time", forecast("2026-05-20", "2026-05-29"), "on_track", ["in_time"]],
] satisfies [string, Partial<HealthFacts>, HealthWord, string[]][])("%s: %j", (_, change, word, codes) => {
  const health = healthOf({ ...facts, ...change }, TODAY);
  expect(health.word).toBe(word);
  expect(health.reasons.map(({ code }) => code)).toEqual(codes);
});

test("reasons carry the numbers of their sentence", () => {
  expect(healthOf({ ...facts, targetOn: "2026-05-08" }, TODAY).reasons).toEqual([
    { code: "overdue", days: 4 },
  ]);
  expect(healthOf({ ...facts, ...forecast("2026-06-02", "2026-06-09") }, TODAY).reasons).toEqual([
    { code: "likely_late", on: "2026-06-02", days: 4 },
  ]);
  expect(healthOf({ ...facts, ...forecast("2026-05-20", "2026-05-27") }, TODAY).reasons).toEqual([
    { code: "in_time", on: "2026-05-27", days: 2 },
  ]);
});

test("waiting for the client shows the word below, and the longest wait first", () => {
  const clientItems = [
    { id: "i2", askedOn: "2026-05-05", drives: true },
    { id: "i1", askedOn: "2026-05-01", drives: true },
  ];
  const health = healthOf({ ...facts, clientItems, ...forecast("2026-05-20", "2026-06-01") }, TODAY);
  expect(health).toMatchObject({ word: "waiting_for_client", below: "at_risk" });
  expect(health.reasons.slice(0, 2)).toEqual([
    { code: "client_item", id: "i1", days: 11 },
    { code: "client_item", id: "i2", days: 7 },
  ]);
});

test("without a forecast no milestone is ever on track or at risk", () => {
  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-05-${n}`);
  fc.assert(
    fc.property(
      fc.option(day),
      fc.nat(20),
      fc.boolean(),
      fc.boolean(),
      (targetOn, estimatedCards, projectPaused, drives) => {
        const clientItems = [{ id: "i1", askedOn: "2026-05-01", drives }];
        const { word, below, reasons } = healthOf(
          { ...facts, targetOn, estimatedCards, projectPaused, clientItems },
          TODAY,
        );
        expect(["on_track", "at_risk"]).not.toContain(word);
        expect(["on_track", "at_risk"]).not.toContain(below);
        expect(reasons.length).toBeGreaterThan(0);
      },
    ),
  );
});

function dated(id: string, targetOn: string | null, word: HealthWord) {
  return { id, targetOn, health: { word, below: null, reasons: [] } };
}

test.each([
  [
    "the worst of the next 30 days",
    [dated("a", "2026-05-20", "on_track"), dated("b", "2026-06-11", "at_risk")],
    "at_risk",
    "b",
  ],
  [
    "not what comes later",
    [dated("a", "2026-05-20", "on_track"), dated("b", "2026-06-12", "off_track")],
    "on_track",
    "a",
  ],
  [
    "what is overdue",
    [dated("a", "2026-03-01", "off_track"), dated("b", "2026-05-20", "on_track")],
    "off_track",
    "a",
  ],
  [
    "the next one when none is near",
    [dated("a", "2026-09-01", "off_track"), dated("b", "2026-08-01", "at_risk")],
    "at_risk",
    "b",
  ],
  [
    "the earlier of two alike",
    [dated("a", "2026-05-22", "at_risk"), dated("b", "2026-05-20", "at_risk")],
    "at_risk",
    "b",
  ],
  ["reached when all are", [dated("a", "2026-05-01", "reached")], "reached", null],
  [
    "not the past it has behind it",
    [dated("a", "2026-05-01", "reached"), dated("b", null, "not_enough_data")],
    "not_enough_data",
    null,
  ],
  ["unknown without milestones", [], "not_enough_data", null],
] satisfies [string, ReturnType<typeof dated>[], HealthWord, string | null][])(
  "a project is %s",
  (_, all, word, milestoneId) => {
    expect(projectHealth(all, TODAY)).toEqual({ word, milestoneId });
    expect(projectHealth([...all].reverse(), TODAY)).toEqual({ word, milestoneId });
  },
);
