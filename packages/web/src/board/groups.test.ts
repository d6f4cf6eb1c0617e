import { describe, expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { groupedLanes, laneIds } from "./groups.ts";

const cards = [
  aCard("late", { columnId: "doing", position: "a0", milestoneId: "m1", people: ["jo"] }),
  aCard("second", { columnId: "todo", position: "a1", milestoneId: "m1" }),
  aCard("first", { columnId: "todo", position: "a0", milestoneId: "m1", labels: ["copy"] }),
  aCard("loose", { columnId: "todo", position: "a2", people: ["amara", "jo"] }),
  aCard("put away", { columnId: null, milestoneId: "m1" }),
];
const board = aBoard(cards, {
  people: [
    { id: "amara", name: "Amara" },
    { id: "jo", name: "Jo" },
  ],
});
const seen = (
  by: "milestone" | "person" | "label",
  shown: ((card: { id: string }) => boolean) | null = null,
) => groupedLanes(by, board, cards, shown).map(({ name, cards: own }) => [name, ...own.map(({ id }) => id)]);

describe("groups", () => {
  it("puts the cards of a milestone in the order of the columns", () => {
    expect(seen("milestone")).toEqual([
      ["M1 Brief agreed", "first", "second", "late"],
      ["Without milestone", "loose"],
    ]);
  });

  it("shows a card of two people in both lanes", () => {
    expect(seen("person")).toEqual([
      ["Amara", "loose"],
      ["Jo", "loose", "late"],
      ["Nobody", "first", "second"],
    ]);
    expect(laneIds("person", aCard("x", { people: ["amara", "jo"] }))).toEqual(["person:amara", "person:jo"]);
  });

  it("counts what a filter hides", () => {
    const [copy] = groupedLanes("label", board, cards, ({ id }) => id !== "first");
    expect([copy?.name, copy?.cards, copy?.total]).toEqual(["Copy", [], 1]);
  });

  it("leaves out milestones that are over once their cards are gone", () => {
    const over = { ...board, milestones: board.milestones.map((each) => ({ ...each, state: "accepted" })) };
    const names = (own: typeof cards) => groupedLanes("milestone", over, own, null).map(({ name }) => name);
    expect(names(cards)).toEqual(["M1 Brief agreed", "Without milestone"]);
    expect(names(cards.filter(({ id }) => id === "loose"))).toEqual(["Without milestone"]);
  });
});
