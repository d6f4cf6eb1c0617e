import type { Board, BoardCard } from "../../lib/board-query.ts";
import { addDays, dayText } from "../../lib/dates.ts";
import { isOpen } from "../../lib/milestone-words.ts";
import { GROUPINGS, type Grouping, groupLanes, laneIds } from "../groups.ts";
import type { Lane } from "../lanes.ts";
import type { ListBy } from "./list-search.ts";

export const LATER = "later";

export interface ListWish {
  by: ListBy;
  /** Also what is done. */
  done: boolean;
  /** The filter; null shows all. */
  passes: ((card: BoardCard) => boolean) | null;
  order: ((one: BoardCard, other: BoardCard) => number) | null;
  /** The first day of the week of a day. */
  weekOf: (day: string) => string;
}

/** The groups of the list with their cards in order: those of the board, and behind them those put off. */
export function listLanes(board: Board, cards: readonly BoardCard[], wish: ListWish): Lane[] {
  const { by, done, passes, order } = wish;
  const lanes = new Map(emptyLanes(board, cards, wish).map((lane) => [lane.id, lane]));
  const columns = new Map(board.columns.map(({ id }, place) => [id, place]));
  for (const card of cards) {
    if (!done && card.doneAt !== null) continue;
    for (const id of listLaneIds(by, card, wish.weekOf)) {
      const lane = lanes.get(id);
      if (!lane) continue;
      lane.total += 1;
      if (!passes || passes(card)) lane.cards.push(card);
    }
  }
  const columnOf = ({ columnId }: BoardCard) => columns.get(columnId ?? "") ?? columns.size;
  const byPlace = (one: BoardCard, other: BoardCard) =>
    columnOf(one) - columnOf(other) || (one.position < other.position ? -1 : Number(one !== other));
  const compare = order
    ? (one: BoardCard, other: BoardCard) => order(one, other) || byPlace(one, other)
    : byPlace;
  for (const lane of lanes.values()) lane.cards.sort(compare);
  return [...lanes.values()].filter((lane) => isWorthALine(lane, board, wish));
}

/** The groups in which a card stands. */
export function listLaneIds(by: ListBy, card: BoardCard, weekOf: (day: string) => string): string[] {
  if (by === "none") return ["all"];
  if (by === "status") return [card.columnId ?? LATER];
  if (by === "week") return [`week:${card.dueOn ? weekOf(card.dueOn) : "none"}`];
  return laneIds(by, card);
}

function emptyLanes(board: Board, cards: readonly BoardCard[], { by, done, weekOf }: ListWish): Lane[] {
  const lane = (id: string, name: string, more: Partial<Lane> = {}): Lane => ({
    ...{ id, name, column: null, group: null, cards: [], total: 0 },
    ...more,
  });
  if (by === "none") return [lane("all", "All cards")];
  if (by === "week") {
    const weeks = new Set(cards.flatMap(({ dueOn }) => (dueOn ? [weekOf(dueOn)] : [])));
    return [
      ...[...weeks]
        .toSorted()
        .map((week) => lane(`week:${week}`, `Week of ${dayText(week)}`, { dueOn: addDays(week, 4) })),
      lane("week:none", "Without due date"),
    ];
  }
  if (isGrouping(by)) return groupLanes(by, board);
  const columns = done ? board.columns : board.columns.filter(({ category }) => category !== "done");
  return [...columns.map((column) => lane(column.id, column.name, { column })), lane(LATER, "Later")];
}

function isGrouping(by: ListBy): by is Grouping {
  return GROUPINGS.some((each) => each === by);
}

/** A column is shown also when it is empty: cards are made there. What is over or holds nothing is not. */
function isWorthALine(
  { id, column, group, total, cards }: Lane,
  board: Board,
  { passes }: ListWish,
): boolean {
  if (passes && cards.length === 0) return false;
  if (total > 0 || column || id === "all") return true;
  const milestone = board.milestones.find((each) => each.id === group?.id);
  return group !== null && group.id !== null && (!milestone || isOpen(milestone));
}
