import { describe, expect, it } from "vitest";
import { aCard, aColumn } from "../testing/board.ts";
import { around, keepSame, lanesOf, neighbour } from "./lanes.ts";

const columns = [aColumn("todo"), aColumn("doing"), aColumn("done")];
const cards = [
  aCard("b", { columnId: "todo", position: "a1" }),
  aCard("a", { columnId: "todo", position: "a0" }),
  aCard("z", { columnId: "todo", position: "Zz" }),
  aCard("c", { columnId: "done", position: "a0" }),
];
const lanes = lanesOf(columns, cards, null);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("lanes", () => {
  it("orders by position as the database does: capital letters first", () => {
    expect(lanes.map((lane) => ids(lane.cards))).toEqual([["z", "a", "b"], [], ["c"]]);
  });

  it("counts what a filter hides", () => {
    const [todo] = lanesOf(columns, cards, ({ id }) => id === "a");
    expect([ids(todo?.cards ?? []), todo?.total]).toEqual([["a"], 3]);
  });

  it("keeps the lanes in which nothing changed", () => {
    const moved = cards.map((card) => (card.id === "c" ? { ...card, columnId: "doing" } : card));
    const next = keepSame(lanesOf(columns, moved, null), lanes);
    expect(next.map((lane, at) => lane === lanes[at])).toEqual([true, false, false]);
  });

  it.each([
    [null, "down", "z"],
    ["z", "down", "a"],
    ["z", "up", undefined],
    ["b", "right", "c"],
    ["c", "left", "z"],
    ["c", "right", undefined],
  ] as const)("from %s %s to %s", (from, to, found) =>
    expect(neighbour(lanes, { selected: from }, to)?.card.id).toBe(found),
  );

  it("names the neighbours of a place without the moved card", () => {
    const [todo] = lanes;
    if (!todo) throw new Error("no lane");
    const { after, before } = around(todo, 1, "a");
    expect([after?.id, before?.id]).toEqual(["z", "b"]);
    expect(around(todo, 2, "a").before).toBeUndefined();
  });
});
