import type { Board, BoardCard } from "../lib/board-query.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Lane } from "./lanes.ts";

export const GROUPINGS = ["milestone", "person", "label"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const GROUP_WORDS: Record<Grouping, string> = {
  milestone: "Milestone",
  person: "Person",
  label: "Label",
};

/** What all cards of a lane have in common; `null` is "without". */
export interface Group {
  by: Grouping;
  id: string | null;
}

const WITHOUT: Record<Grouping, string> = {
  milestone: "Without milestone",
  person: "Nobody",
  label: "Without label",
};

type BoardLists = Pick<Board, "columns" | "milestones" | "people" | "labels">;

/** The lanes of a board by something else than its columns. A card with two people or labels stands in both lanes. */
export function groupedLanes(
  by: Grouping,
  board: BoardLists,
  cards: readonly BoardCard[],
  shown: ((card: BoardCard) => boolean) | null,
): Lane[] {
  const lanes = new Map(groupLanes(by, board).map((lane) => [lane.id, lane]));
  const inColumns = new Map(board.columns.map(({ id }, place) => [id, place]));
  for (const card of cards) {
    if (!inColumns.has(card.columnId ?? "")) continue;
    for (const id of laneIds(by, card)) {
      const lane = lanes.get(id);
      if (!lane) continue;
      lane.total += 1;
      if (!shown || shown(card)) lane.cards.push(card);
    }
  }
  const columnOf = ({ columnId }: BoardCard) => inColumns.get(columnId ?? "") ?? 0;
  for (const { cards: found } of lanes.values())
    found.sort(
      (one, other) =>
        columnOf(one) - columnOf(other) || (one.position < other.position ? -1 : Number(one !== other)),
    );
  return [...lanes.values()].filter(({ id, total }) => total > 0 || !isOver(id, board));
}

/** The lanes a card stands in: its column's, or those of its groups. */
export function laneIds(by: Grouping | undefined, card: BoardCard): string[] {
  if (!by) return card.columnId ? [card.columnId] : [];
  const ids = by === "milestone" ? [card.milestoneId] : by === "person" ? card.people : card.labels;
  return ids.length === 0 ? [laneId(by, null)] : ids.map((id) => laneId(by, id));
}

function laneId(by: Grouping, id: string | null): string {
  return `${by}:${id ?? "none"}`;
}

/** The lanes of a grouping, still without cards. */
export function groupLanes(by: Grouping, { milestones, people, labels }: BoardLists): Lane[] {
  const named: { id: string; name: string }[] =
    by === "milestone"
      ? milestones.map(({ id, number, title }) => ({ id, name: `M${number} ${title}` }))
      : by === "person"
        ? people
        : labels;
  return [...named, { id: null, name: WITHOUT[by] }].map(({ id, name }) => ({
    id: laneId(by, id),
    name,
    column: null,
    group: { by, id },
    cards: [],
    total: 0,
  }));
}

/** A milestone that is over and has no card left needs no lane. */
function isOver(id: string, { milestones }: BoardLists): boolean {
  const milestone = milestones.find((each) => laneId("milestone", each.id) === id);
  return milestone !== undefined && !isOpen(milestone);
}
