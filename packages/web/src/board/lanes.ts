import type { BoardCard, BoardColumn } from "../lib/board-query.ts";
import type { Group } from "./groups.ts";

/** A column or a group with the cards that are shown in it, in order. */
export interface Lane {
  id: string;
  name: string;
  column: BoardColumn | null;
  group: Group | null;
  cards: BoardCard[];
  /** With those the filter hides. */
  total: number;
  /** Shown as a strip: its cards are counted and not drawn. */
  folded?: boolean;
  /** When what is made here is due, where nothing else is said. */
  dueOn?: string;
}

/** The columns as lanes. */
export function lanesOf(
  columns: readonly BoardColumn[],
  cards: readonly BoardCard[],
  shown: ((card: BoardCard) => boolean) | null,
): Lane[] {
  const found = new Map<string, Lane>(
    columns.map((column) => {
      const { id, name } = column;
      return [id, { id, name, column, group: null, cards: [], total: 0 }];
    }),
  );
  for (const card of cards) {
    const lane = found.get(card.columnId ?? "");
    if (!lane) continue;
    lane.total += 1;
    if (!shown || shown(card)) lane.cards.push(card);
  }
  for (const lane of found.values()) sortByPlace(lane.cards);
  return [...found.values()];
}

/** Keeps the lanes that did not change, so that only touched ones are drawn again. */
export function keepSame(lanes: readonly Lane[], before: readonly Lane[]): Lane[] {
  return lanes.map((lane, at) => {
    const old = before[at];
    return old && (old === lane || sameLane(old, lane)) ? old : lane;
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
    one.id === other.id &&
    one.name === other.name &&
    one.column === other.column &&
    one.folded === other.folded &&
    one.total === other.total &&
    one.cards.length === other.cards.length &&
    one.cards.every((card, at) => card === other.cards[at])
  );
}

/** "3", or "1 of 3" when a filter hides some. */
export function countOf(shown: number, total: number): string {
  return shown === total ? `${total}` : `${shown} of ${total}`;
}

export interface Found {
  lane: Lane;
  laneAt: number;
  at: number;
  card: BoardCard;
}

/** A card may stand in several groups: the named lane comes first, if it is there. */
export function findCard(
  lanes: readonly Lane[],
  cardId: string | null,
  laneId: string | null = null,
): Found | null {
  if (!cardId) return null;
  const own = lanes.findIndex(({ id }) => id === laneId);
  const order = [...(own < 0 ? [] : [own]), ...lanes.keys()];
  for (const laneAt of order) {
    const lane = lanes[laneAt];
    if (!lane) continue;
    const at = lane.cards.findIndex(({ id }) => id === cardId);
    const card = lane.cards[at];
    if (card) return { lane, laneAt, at, card };
  }
  return null;
}

export type Direction = "up" | "down" | "left" | "right";

/** The card the arrows lead to; without a selection the first one there is. */
export function neighbour(
  lanes: readonly Lane[],
  { selected, selectedIn }: { selected: string | null; selectedIn?: string | null },
  to: Direction,
): Found | null {
  const here = findCard(lanes, selected, selectedIn);
  const filled = ({ cards, folded }: Lane) => cards.length > 0 && !folded;
  if (!here) return placeIn(lanes, lanes.findIndex(filled), 0);
  if (here.lane.folded && (to === "up" || to === "down")) return null;
  if (to === "up") return placeIn(lanes, here.laneAt, here.at - 1);
  if (to === "down") return placeIn(lanes, here.laneAt, here.at + 1);
  const next =
    to === "left"
      ? lanes.slice(0, here.laneAt).findLastIndex(filled)
      : lanes.findIndex((lane, laneAt) => laneAt > here.laneAt && filled(lane));
  return placeIn(lanes, next, Math.min(here.at, (lanes[next]?.cards.length ?? 0) - 1));
}

function placeIn(lanes: readonly Lane[], laneAt: number, at: number): Found | null {
  const lane = lanes[laneAt];
  const card = lane?.cards[at];
  return lane && card ? { lane, laneAt, at, card } : null;
}

/** What stands around a place of a lane, the moved card itself not counted. */
export function around(lane: Lane, index: number, moved: string): { after?: BoardCard; before?: BoardCard } {
  const others = lane.cards.filter(({ id }) => id !== moved);
  const after = others[index - 1];
  const before = others[index];
  return { ...(after ? { after } : {}), ...(before ? { before } : {}) };
}
