import type { Board, BoardCard } from "../../lib/board-query.ts";
import { fieldOf } from "./list-columns.ts";
import type { Sort } from "./list-search.ts";

export type CardValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Key = string | number | null;
type SortBoard = Pick<Board, "columns" | "milestones" | "people" | "labels" | "fields">;

/** How cards compare in a column; those without a value come last both ways. Null for a column that is not there. */
export function cardOrder(
  { column, down }: Sort,
  board: SortBoard,
  values: CardValues,
): ((one: BoardCard, other: BoardCard) => number) | null {
  const key = keyOf(column, board, values);
  if (!key) return null;
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const turn = down ? -1 : 1;
  // Read once for each card: a sort asks thousands of times.
  const known = new Map<string, Key>();
  const keyFor = (card: BoardCard): Key => {
    const before = known.get(card.id);
    if (before !== undefined) return before;
    const found = key(card);
    known.set(card.id, found);
    return found;
  };
  return (one, other) => {
    const [mine, theirs] = [keyFor(one), keyFor(other)];
    if (mine === null || theirs === null) return Number(mine === null) - Number(theirs === null);
    if (typeof mine === "number" && typeof theirs === "number") return turn * (mine - theirs);
    return turn * compare(String(mine), String(theirs));
  };
}

function keyOf(column: string, board: SortBoard, values: CardValues): ((card: BoardCard) => Key) | null {
  const fieldId = fieldOf(column);
  const field = board.fields.find(({ id }) => id === fieldId);
  if (field) return ({ id }) => valueKey(field.kind, values[id]?.[field.id]);
  const place = new Map(board.columns.map(({ id }, at) => [id, at]));
  const milestones = new Map(board.milestones.map(({ id, number }) => [id, number]));
  const people = new Map(board.people.map(({ id, name }) => [id, name]));
  const labels = new Map(board.labels.map(({ id, name }) => [id, name]));
  const keys: Record<string, (card: BoardCard) => Key> = {
    title: ({ title }) => title,
    // The Later list stands behind the columns.
    status: ({ columnId }) => place.get(columnId ?? "") ?? place.size,
    milestone: ({ milestoneId }) => milestones.get(milestoneId ?? "") ?? null,
    people: (card) => people.get(card.people[0] ?? "") ?? null,
    due: ({ dueOn }) => dueOn,
    priority: ({ priority }) => priority || null,
    estimate: ({ likely }) => likely,
    labels: (card) => labels.get(card.labels[0] ?? "") ?? null,
  };
  return keys[column] ?? null;
}

function valueKey(kind: string, value: string | undefined): Key {
  if (!value) return null;
  const number = Number(value);
  return kind === "number" && Number.isFinite(number) ? number : value;
}
