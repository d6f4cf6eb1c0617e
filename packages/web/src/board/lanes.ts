import type { BoardCard, BoardColumn } from "../lib/board-query.ts";

/** A column with the cards that are shown in it, in order. */
export interface Lane {
  column: BoardColumn;
  cards: BoardCard[];
  /** With those the filter hides. */
  total: number;
}

/** Keeps the lanes that did not change, so that only touched columns are drawn again. */
export function lanesOf(
  columns: readonly BoardColumn[],
  cards: readonly BoardCard[],
  shown: ((card: BoardCard) => boolean) | null,
  before: readonly Lane[] = [],
): Lane[] {
  const found = new Map<string, Lane>(columns.map((column) => [column.id, { column, cards: [], total: 0 }]));
  for (const card of cards) {
    const lane = found.get(card.columnId ?? "");
    if (!lane) continue;
    lane.total += 1;
    if (!shown || shown(card)) lane.cards.push(card);
  }
  return [...found.values()].map((lane, at) => {
    sortByPlace(lane.cards);
    const old = before[at];
    return old && sameLane(old, lane) ? old : lane;
  });
}

function sortByPlace(cards: BoardCard[]): void {
  const inOrder = cards.every((card, at) => at === 0 || byPlace(cards[at - 1] ?? card, card) <= 0);
  if (!inOrder) cards.sort(byPlace);
}

function byPlace(one: BoardCard, other: BoardCard): number {
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function sameLane(one: Lane, other: Lane): boolean {
  return (
    one.column === other.column &&
    one.total === other.total &&
    one.cards.length === other.cards.length &&
    one.cards.every((card, at) => card === other.cards[at])
  );
}

export interface Found {
  lane: Lane;
  laneAt: number;
  at: number;
  card: BoardCard;
}

export function findCard(lanes: readonly Lane[], cardId: string | null): Found | null {
  if (!cardId) return null;
  for (const [laneAt, lane] of lanes.entries()) {
    const at = lane.cards.findIndex(({ id }) => id === cardId);
    const card = lane.cards[at];
    if (card) return { lane, laneAt, at, card };
  }
  return null;
}

export type Direction = "up" | "down" | "left" | "right";

/** The card the arrows lead to; without a selection the first one there is. */
export function neighbour(lanes: readonly Lane[], cardId: string | null, to: Direction): BoardCard | null {
  const here = findCard(lanes, cardId);
  if (!here) return lanes.find(({ cards }) => cards.length > 0)?.cards[0] ?? null;
  if (to === "up") return here.lane.cards[here.at - 1] ?? null;
  if (to === "down") return here.lane.cards[here.at + 1] ?? null;
  const lanesThere = to === "left" ? lanes.slice(0, here.laneAt).toReversed() : lanes.slice(here.laneAt + 1);
  const next = lanesThere.find(({ cards }) => cards.length > 0);
  return next?.cards[Math.min(here.at, next.cards.length - 1)] ?? null;
}

/** What stands around a place of a lane, the moved card itself not counted. */
export function around(lane: Lane, index: number, moved: string): { after?: BoardCard; before?: BoardCard } {
  const others = lane.cards.filter(({ id }) => id !== moved);
  const after = others[index - 1];
  const before = others[index];
  return { ...(after ? { after } : {}), ...(before ? { before } : {}) };
}
