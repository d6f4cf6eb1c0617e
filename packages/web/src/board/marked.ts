import { announce } from "../lib/announce.ts";
import type { ActCard } from "../lib/card-acts.ts";
import type { BoardWorld } from "./board-context.ts";
import type { Marked, UiStore } from "./board-ui.ts";
import { findCard } from "./lanes.ts";

/** The cards that are selected together and shown, in the order of the board. */
export function markedCards({ columnLanes, projectId }: BoardWorld, marked: Pick<Marked, "has">): ActCard[] {
  return columnLanes()
    .flatMap(({ cards }) => cards.filter(({ id }) => marked.has(id)))
    .map((card) => ({ ...card, projectId }));
}

export function toggleMarked(ui: UiStore, cardId: string, laneId: string | null): void {
  const marked = new Map(ui.get().marked);
  if (!marked.delete(cardId)) marked.set(cardId, laneId);
  mark(ui, marked);
}

/** From the card the keys speak of to this one, as a click with Shift means. */
export function markUpTo(world: BoardWorld, ui: UiStore, cardId: string, laneId: string | null): void {
  const { selected, marked } = ui.get();
  const end = findCard(world.lanes(), cardId, laneId);
  if (!end) return;
  const start = selected ? end.lane.cards.findIndex(({ id }) => id === selected) : -1;
  const [first, last] = start < 0 ? [end.at, end.at] : [Math.min(start, end.at), Math.max(start, end.at)];
  const range = end.lane.cards.slice(first, last + 1);
  mark(ui, new Map([...marked, ...range.map(({ id }) => [id, end.lane.id] as const)]));
}

/** All cards of one lane. */
export function markLane(world: BoardWorld, ui: UiStore): void {
  const { selected, selectedIn } = ui.get();
  const lane = findCard(world.lanes(), selected, selectedIn)?.lane ?? world.lanes()[0];
  if (lane) mark(ui, new Map(lane.cards.map(({ id }) => [id, lane.id])));
}

export function clearMarked(ui: UiStore): void {
  mark(ui, new Map());
}

function mark(ui: UiStore, marked: Marked): void {
  ui.set({ marked });
  announce(marked.size === 1 ? "1 card selected" : `${marked.size} cards selected`);
}
