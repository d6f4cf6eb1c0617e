import { announce } from "../lib/announce.ts";
import type { ActCard } from "../lib/card-acts.ts";
import type { BoardWorld } from "./board-context.ts";
import type { UiStore } from "./board-ui.ts";
import { findCard } from "./lanes.ts";

/** The cards that are selected together and shown, in the order of the board. */
export function markedCards({ columnLanes, projectId }: BoardWorld, marked: ReadonlySet<string>): ActCard[] {
  return columnLanes()
    .flatMap(({ cards }) => cards.filter(({ id }) => marked.has(id)))
    .map((card) => ({ ...card, projectId }));
}

export function toggleMarked(ui: UiStore, cardId: string): void {
  const marked = new Set(ui.get().marked);
  if (!marked.delete(cardId)) marked.add(cardId);
  mark(ui, marked);
}

/** From the card the keys speak of to this one, as a click with Shift means. */
export function markUpTo(world: BoardWorld, ui: UiStore, cardId: string, laneId: string | null): void {
  const { selected, marked } = ui.get();
  const end = findCard(world.lanes(), cardId, laneId);
  if (!end) return;
  const start = selected ? end.lane.cards.findIndex(({ id }) => id === selected) : -1;
  const [first, last] = start < 0 ? [end.at, end.at] : [Math.min(start, end.at), Math.max(start, end.at)];
  mark(ui, new Set([...marked, ...end.lane.cards.slice(first, last + 1).map(({ id }) => id)]));
}

export function clearMarked(ui: UiStore): void {
  mark(ui, new Set());
}

function mark(ui: UiStore, marked: ReadonlySet<string>): void {
  ui.set({ marked });
  announce(marked.size === 1 ? "1 card selected" : `${marked.size} cards selected`);
}
