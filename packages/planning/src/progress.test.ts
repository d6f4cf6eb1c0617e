import fc from "fast-check";
import { expect, test } from "vitest";
import { medianEstimate } from "./estimate.ts";
import type { CardPlace, MilestoneState } from "./plan.ts";
import { objectiveProgress, progressOf } from "./progress.ts";

function card(place: CardPlace, likely: number | null, milestoneId: string | null = "m1") {
  return { milestoneId, place, likely };
}

function milestone(id: string, change: { parentId?: string; weight?: number; state?: MilestoneState } = {}) {
  return { id, parentId: null, weight: null, state: "active" as const, ...change };
}

test.each([
  ["weighs cards by their likely minutes", [card("done", 60), card("todo", 180)], [60, 240, 1, 2, 25]],
  [
    "gives a card without estimate the median",
    [card("done", 60), card("todo", 120), card("todo", null)],
    [60, 270, 1, 3, 22],
  ],
  [
    "counts cards where nothing is estimated",
    [card("done", null), card("doing", null), card("todo", null)],
    [1, 3, 1, 3, 33],
  ],
  [
    "takes the median over the whole project",
    [card("done", null), card("todo", 60, "m2")],
    [60, 60, 1, 1, 100],
  ],
  [
    "rounds down, so that all but a crumb is not all",
    [card("done", 9999), card("todo", 1)],
    [9999, 10_000, 1, 2, 99],
  ],
  ["is nothing of nothing without cards", [card("done", 60, null)], [0, 0, 0, 0, 0]],
])("progress %s", (_, cards, [done, total, doneCount, count, percent]) => {
  const progress = progressOf({ milestones: [milestone("m1")], cards }).get("m1");
  expect(progress).toEqual({ done, total, doneCount, count, percent });
});

test("a minor milestone weighs what it holds, or its own weight rounded down", () => {
  const cards = [card("done", 100, "a"), card("todo", 200, "a"), card("done", 300, "p")];
  const phase = (weight?: number) =>
    progressOf({
      milestones: [
        milestone("p"),
        milestone("a", { parentId: "p", ...(weight === undefined ? {} : { weight }) }),
      ],
      cards,
    }).get("p");
  expect(phase()).toEqual({ done: 400, total: 600, doneCount: 2, count: 3, percent: 66 });
  expect(phase(1000)).toEqual({ done: 633, total: 1300, doneCount: 2, count: 3, percent: 48 });
});

test("accepted minors are done, dropped ones count nowhere, empty ones count as one", () => {
  const milestones = [
    milestone("p"),
    milestone("a", { parentId: "p", state: "accepted" }),
    milestone("b", { parentId: "p" }),
    milestone("c", { parentId: "p", state: "dropped" }),
  ];
  const progress = progressOf({ milestones, cards: [card("todo", 500, "c")] });
  expect(progress.get("p")).toEqual({ done: 500, total: 1000, doneCount: 1, count: 2, percent: 50 });
});

test("finishing a card never lowers progress, and only finishing all of it makes 100", () => {
  const places = fc.constantFrom<CardPlace>("todo", "doing", "done");
  const anyCard = fc.tuple(
    places,
    fc.option(fc.integer({ min: 1, max: 5000 })),
    fc.constantFrom("p", "a", "b"),
  );
  fc.assert(
    fc.property(
      fc.array(anyCard, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.option(fc.integer({ min: 1, max: 900 })),
      (all, at, weight) => {
        const milestones = [
          milestone("p"),
          { ...milestone("a", { parentId: "p" }), weight },
          milestone("b", { parentId: "p" }),
        ];
        const cards = all.map(([place, likely, id]) => card(place, likely, id));
        const before = progressOf({ milestones, cards }).get("p");
        const chosen = at % cards.length;
        const finished = cards.map((each, i) => (i === chosen ? { ...each, place: "done" as const } : each));
        const after = progressOf({ milestones, cards: finished }).get("p");
        expect(after?.percent).toBeGreaterThanOrEqual(before?.percent ?? 0);
        expect(after?.percent === 100).toBe(after?.doneCount === after?.count);
        expect(
          progressOf({ milestones: [...milestones].reverse(), cards: [...cards].reverse() }).get("p"),
        ).toEqual(before);
      },
    ),
  );
});

test("a reached milestone moves every objective that it serves", () => {
  const objectives = objectiveProgress([
    { state: "accepted", objectiveIds: ["o1", "o2"] },
    { state: "active", objectiveIds: ["o1", "o1"] },
    { state: "dropped", objectiveIds: ["o1"] },
    { state: "draft", objectiveIds: [] },
  ]);
  expect([...objectives]).toEqual([
    ["o1", { reached: 1, count: 2 }],
    ["o2", { reached: 1, count: 1 }],
  ]);
});

test.each([
  [[], null],
  [[null, null], null],
  [[60], 60],
  [[480, 60, 120], 120],
  [[120, null, 481], 300],
])("the median of %j is %j", (minutes, expected) => {
  expect(medianEstimate(minutes.map((likely) => ({ likely })))).toBe(expected);
});
