import type { QueryClient } from "@tanstack/react-query";
import type { ActCard } from "../lib/card-acts.ts";
import { actTogether, type Offer } from "../lib/card-acts-together.ts";
import { moveAcross, moveTogether, type Spot } from "../lib/card-moves.ts";
import type { BoardWorld } from "./board-context.ts";
import type { UiStore } from "./board-ui.ts";
import type { Group } from "./groups.ts";
import { findCard, type Lane } from "./lanes.ts";
import { regroupAct } from "./regroup.ts";
import { isCell } from "./rows.ts";

/** Where a dragged card was let go: the others come behind it. */
export interface DropPlace {
  cardId: string;
  index: number;
}

/** Several cards into a lane, where one of them was let go or at its end; `null` is the Later list. */
export function togetherTo(
  client: QueryClient,
  { world, ui }: { world: BoardWorld; ui: UiStore },
  cards: readonly ActCard[],
  laneId: string | null,
  place: DropPlace | null = null,
  offer?: Offer,
): Promise<void> {
  const lane = world.lanes().find(({ id }) => id === laneId);
  if (lane && isCell(lane)) return cardsIntoCell(client, { world, ui }, cards, lane, place);
  if (lane?.group) return regroup(client, { world, ui }, cards, lane, lane.group);
  const moved = new Set(cards.map(({ id }) => id));
  const steps = cards.map((card) => ({ card, back: backTo(world, card, moved) }));
  const column = world.columnLanes().find(({ id }) => id === laneId);
  if (laneId !== null && !column) return Promise.resolve();
  return moveTogether(client, steps, column?.column ? spotIn(column, moved, place) : { column: null }, offer);
}

/** Each card leaves the group in which it was selected, and is from now on selected in the new one. */
function regroup(
  client: QueryClient,
  { world, ui }: { world: BoardWorld; ui: UiStore },
  cards: readonly ActCard[],
  lane: Lane,
  group: Group,
): Promise<void> {
  const { marked } = ui.get();
  const acts = cards.flatMap((card) => {
    const from = findCard(world.lanes(), card.id, marked.get(card.id))?.lane;
    return from?.id === lane.id ? [] : regroupAct(card, from?.group ?? null, group);
  });
  markIn(ui, cards, lane);
  return actTogether(client, `Moved to ${lane.name}`, acts);
}

function markIn(ui: UiStore, cards: readonly ActCard[], lane: Lane): void {
  const moved = new Set(cards.map(({ id }) => id));
  ui.set({ marked: new Map([...ui.get().marked].map(([id, from]) => [id, moved.has(id) ? lane.id : from])) });
}

function cardsIntoCell(
  client: QueryClient,
  { world, ui }: { world: BoardWorld; ui: UiStore },
  cards: readonly ActCard[],
  cell: Lane,
  place: DropPlace | null,
): Promise<void> {
  const { marked } = ui.get();
  const steps = cards.map((card) => ({
    card,
    from: findCard(world.lanes(), card.id, marked.get(card.id))?.lane ?? null,
  }));
  markIn(ui, cards, cell);
  const others = steps.filter(({ from }) => place !== null || from?.id !== cell.id);
  return intoCell(client, world, others, cell, place);
}

/** Each card gets what the cell's row means and comes to its column, where it was let go or at the cell's end. */
export function intoCell(
  client: QueryClient,
  world: BoardWorld,
  cards: readonly { card: ActCard; from: Lane | null }[],
  cell: Lane,
  place: DropPlace | null,
): Promise<void> {
  const { column, group } = cell;
  if (!column || !group || cards.length === 0) return Promise.resolve();
  const moved = new Set(cards.map(({ card }) => card.id));
  const steps = cards.map(({ card, from }) => ({
    card,
    acts: from?.group?.id === group.id ? [] : [regroupAct(card, from?.group ?? null, group)],
    back: backTo(world, card, moved),
  }));
  const spot = spotIn({ ...cell, id: column.id, name: column.name }, moved, place);
  // In a cell of the same column that is empty the card stands well where it stood.
  const stays = !spot.after && !spot.before && steps.every(({ card }) => card.columnId === column.id);
  const size = cell.cards.filter(({ id }) => !moved.has(id)).length + cards.length;
  const said = place ? { said: `Moved to ${cell.name}, ${place.index + 1} of ${size}` } : {};
  return moveAcross(client, steps, stays ? null : { ...spot, ...said }, `Moved to ${cell.name}`);
}

function spotIn({ id, name, cards }: Lane, moved: ReadonlySet<string>, place: DropPlace | null): Spot {
  const others = cards.filter((card) => card.id !== place?.cardId);
  const at = place?.index ?? others.length;
  const stays = (card: { id: string }) => !moved.has(card.id);
  return {
    column: { id, name },
    after: others.slice(0, at).findLast(stays),
    before: others.slice(at).find(stays),
  };
}

/** In their old order each finds the one it stood behind back in its place. */
export function backTo(world: BoardWorld, card: ActCard, moved: ReadonlySet<string>): Spot {
  const here = findCard(world.columnLanes(), card.id);
  if (!here?.lane.column) return { column: null };
  const { id, name, cards } = here.lane;
  return {
    column: { id, name },
    after: cards[here.at - 1],
    before: cards.slice(here.at + 1).find((other) => !moved.has(other.id)),
  };
}
