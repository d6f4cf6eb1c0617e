import { expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { groupedLanes } from "./groups.ts";
import { cellBeside, cellIds, neighbourAmong, renewRows } from "./rows.ts";

const cards = [
  aCard("a", { position: "a0", milestoneId: "m1" }),
  aCard("b", { position: "a1", milestoneId: "m1" }),
  aCard("c", { columnId: "done", position: "a0", milestoneId: "m1" }),
  aCard("loose", { position: "a2" }),
  aCard("put away", { columnId: null }),
];
const board = aBoard(cards);
const rows = renewRows(groupedLanes("milestone", board, cards, null), board.columns, []);
const cells = rows.flatMap((row) => row.cells);
const to = (selected: string, way: "up" | "down" | "left" | "right") =>
  neighbourAmong(cells, { selected }, way)?.card.id ?? null;

it("shows each group across the columns, its cards in the order of the column", () => {
  expect(rows.map((row) => row.cells.map((cell) => cell.cards.map(({ id }) => id)))).toEqual([
    [["a", "b"], [], ["c"]],
    [["loose"], [], []],
  ]);
  expect(cells[0]).toMatchObject({ id: "milestone:m1/todo", name: "Todo, M1 Brief agreed" });
  expect(cards.map((card) => cellIds("milestone", card))).toEqual([
    ["milestone:m1/todo"],
    ["milestone:m1/todo"],
    ["milestone:m1/done"],
    ["milestone:none/todo"],
    [],
  ]);
});

it("leads the arrows along the row and over its ends down the column", () => {
  expect([to("a", "down"), to("b", "down"), to("loose", "up")]).toEqual(["b", "loose", "b"]);
  expect([to("b", "right"), to("c", "left"), to("c", "right")]).toEqual(["c", "a", null]);
  expect([to("loose", "right"), to("a", "up")]).toEqual([null, null]);
});

it("passes over rows that are folded", () => {
  const folded = renewRows(
    groupedLanes("milestone", board, cards, null).map((lane, at) =>
      at === 1 ? { ...lane, folded: true } : lane,
    ),
    board.columns,
    [],
  ).flatMap((row) => row.cells);
  const [first] = folded;
  expect(first && cellBeside(folded, first, "down")).toBeNull();
  expect(neighbourAmong(folded, { selected: "b" }, "down")).toBeNull();
});

it("draws again only the rows in which something changed", () => {
  const moved = cards.map((card) => (card.id === "b" ? { ...card, columnId: "done", position: "a1" } : card));
  const again = renewRows(groupedLanes("milestone", board, [...cards], null), board.columns, rows);
  const after = renewRows(groupedLanes("milestone", board, moved, null), board.columns, rows);
  expect(again.map((row, n) => row === rows[n])).toEqual([true, true]);
  expect(after.map((row, n) => row === rows[n])).toEqual([false, true]);
  expect(after[0]?.cells.map((cell, n) => cell === rows[0]?.cells[n])).toEqual([false, true, false]);
});
