import { expect, it } from "vitest";
import { aBoard, aCard } from "../../testing/board.ts";
import { type ListWish, listLanes } from "./list-lanes.ts";
import { cardBeside, listRows } from "./list-rows.ts";
import { nextSort, readListSearch } from "./list-search.ts";
import { cardOrder } from "./list-sort.ts";

const board = aBoard([
  aCard("one", { title: "b", dueOn: "2026-06-12", people: ["jo"], milestoneId: "m1", likely: 60 }),
  aCard("two", { title: "a", columnId: "doing", dueOn: "2026-06-09", likely: 30 }),
  aCard("over", { columnId: "done", doneAt: "2026-06-01T10:00:00Z" }),
]);
const put = aCard("put", { title: "c", columnId: null });
const cards = [...board.cards, put];
const weekOf = (day: string) => (day < "2026-06-15" ? "2026-06-08" : "2026-06-15");
const WISH: ListWish = { by: "status", done: false, passes: null, order: null, weekOf };
const shown = (wish: Partial<ListWish>) =>
  listLanes(board, cards, { ...WISH, ...wish }).map(({ name, cards: own }) => [
    name,
    own.map(({ id }) => id),
  ]);

it("shows the columns and behind them what is put off; what is done only where it is asked for", () => {
  expect(shown({})).toEqual([
    ["Todo", ["one"]],
    ["Doing", ["two"]],
    ["Later", ["put"]],
  ]);
  expect(shown({ done: true }).map(([name]) => name)).toEqual(["Todo", "Doing", "Done", "Later"]);
});

it("groups by week, person, milestone or not at all, with what is put off among them", () => {
  expect(shown({ by: "week" })).toEqual(
    [
      ["Week of Mon 8 Jun", ["one", "two"]],
      ["Without due date", ["put"]],
    ].map(([name, ids]) => [expect.stringContaining(String(name).slice(0, 7)), ids]),
  );
  expect(shown({ by: "person" })).toContainEqual(["Nobody", ["two", "put"]]);
  expect(shown({ by: "milestone" })[0]).toEqual(["M1 Brief agreed", ["one"]]);
  expect(shown({ by: "none" })).toEqual([["All cards", ["one", "two", "put"]]]);
});

it("sorts both ways, and what has no value comes last both times", () => {
  const by = (sort: string) => {
    const order = cardOrder({ column: "estimate", down: sort === "-" }, board, {});
    return shown({ by: "none", order })[0]?.[1];
  };
  expect([by(""), by("-")]).toEqual([
    ["two", "one", "put"],
    ["one", "two", "put"],
  ]);
  expect(cardOrder({ column: "gone", down: false }, board, {})).toBeNull();
  expect(["due", nextSort("due", "due"), nextSort("-due", "due")]).toEqual(["due", "-due", undefined]);
});

it("hides groups in which the filter finds nothing", () => {
  expect(shown({ passes: ({ id }) => id === "put" })).toEqual([["Later", ["put"]]]);
});

it("leads the arrows over the ends of groups and past folded ones", () => {
  const lanes = listLanes(board, cards, WISH);
  const rows = listRows(lanes, { folded: new Set(["doing"]), creates: true, heads: true });
  expect(rows.map(({ key }) => key)).toEqual([
    ...["head todo", "todo one", "add todo"],
    "head doing",
    ...["head later", "later put", "add later"],
  ]);
  const at = (selected: string | null, step: 1 | -1) =>
    rows[cardBeside(rows, { selected, selectedIn: null }, step)]?.key;
  expect([at(null, 1), at("one", 1), at("put", -1), at("put", 1)]).toEqual([
    "todo one",
    "later put",
    "todo one",
    "later put",
  ]);
});

it("reads the board's filters and its own words; what it does not know is left out", () => {
  const read = readListSearch({
    q: "a",
    by: "week",
    sort: "-due",
    cols: "due",
    done: "true",
    list: "later",
    x: 1,
  });
  expect(read).toEqual({ q: "a", by: "week", sort: "-due", cols: "due", done: true });
  expect(readListSearch({ by: "status" })).toEqual({});
});
