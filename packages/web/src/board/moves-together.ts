import type { QueryClient } from "@tanstack/react-query";
import type { ActCard } from "../lib/card-acts.ts";
import { actTogether, type Offer } from "../lib/card-acts-together.ts";
import { moveTogether, type Spot } from "../lib/card-moves.ts";
import type { BoardWorld } from "./board-context.ts";
import type { UiStore } from "./board-ui.ts";
import type { Group } from "./groups.ts";
import { findCard, type Lane } from "./lanes.ts";
import { regroupAct } from "./regroup.ts";

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
  const moved = new Set(cards.map(({ id }) => id));
  ui.set({ marked: new Map([...marked].map(([id, from]) => [id, moved.has(id) ? lane.id : from])) });
  return actTogether(client, `Moved to ${lane.name}`, acts);
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
function backTo(world: BoardWorld, card: ActCard, moved: ReadonlySet<string>): Spot {
  const here = findCard(world.columnLanes(), card.id);
  if (!here?.lane.column) return { column: null };
  const { id, name, cards } = here.lane;
  return {
    column: { id, name },
    after: cards[here.at - 1],
    before: cards.slice(here.at + 1).find((other) => !moved.has(other.id)),
  };
}
