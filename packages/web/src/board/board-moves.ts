import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BoardCard } from "../lib/board-query.ts";
import { act } from "../lib/card-acts.ts";
import { moveCard, type Spot } from "../lib/card-moves.ts";
import { ApiProblem } from "../lib/problem.ts";
import { sayProblem } from "../lib/undo.tsx";
import { type BoardWorld, useWorld } from "./board-context.ts";
import { focusCard, type UiStore, useUiStore } from "./board-ui.ts";
import type { Group } from "./groups.ts";
import { around, type Direction, type Found, findCard, type Lane } from "./lanes.ts";
import { markedCards } from "./marked.ts";
import { intoCell, togetherTo } from "./moves-together.ts";
import { regroupAct } from "./regroup.ts";
import { cellBeside, isCell } from "./rows.ts";
import { scrollLane } from "./scrollers.ts";

export type End = "top" | "bottom";

export interface BoardMoves {
  /** To a place of a lane, the card itself not counted; a group has no places. */
  toPlace: (cardId: string, laneId: string, index: number | null) => void;
  /** The same by a drag: cards that are selected with it come along. */
  drop: (cardId: string, laneId: string, index: number | null) => void;
  toEnd: (cardId: string, columnId: string, end: End) => void;
  /** One place up or down, or to the neighbouring lane. */
  by: (cardId: string, direction: "up" | "down" | "left" | "right") => void;
  toLater: (cardId: string) => void;
}

/** Moves as people mean them; the pointer, the menu and the keys use the same ones. */
export function useBoardMoves(online: boolean): BoardMoves {
  const client = useQueryClient();
  const world = useWorld();
  const ui = useUiStore();
  return useMemo(() => makeMoves(client, world, ui, online), [client, world, ui, online]);
}

export const OFFLINE = new ApiProblem(0, {
  title: "Not moved",
  detail: "There is no connection. Move it again when the line is back.",
});

function makeMoves(client: QueryClient, world: BoardWorld, ui: UiStore, online: boolean): BoardMoves {
  const at: At = { client, world, ui, online };
  const toPlace = (cardId: string, laneId: string, index: number | null) => {
    const shown = world.lanes().find(({ id }) => id === laneId);
    if (shown && isCell(shown)) return toCell(at, cardId, shown, index);
    if (shown?.group) return toGroup(at, cardId, shown, shown.group);
    const from = findCard(world.columnLanes(), cardId);
    const lane = world.columnLanes().find(({ id }) => id === laneId);
    if (!from || !lane || index === null) return;
    if (!lane.column) return toLater(at, cardId);
    const same = from.lane === lane;
    if (same && from.at === index) return;
    if (!online) return sayProblem(OFFLINE);
    const size = lane.cards.length + (same ? 0 : 1);
    const { id, name } = lane;
    const spot: Spot = {
      column: { id, name },
      ...around(lane, index, cardId),
      said: `Moved to ${name}, ${index + 1} of ${size}`,
    };
    ui.set({ selected: cardId });
    void moveCard(
      client,
      { ...from.card, projectId: world.projectId },
      spot,
      backTo(from.lane, from.at, from.card),
      from.lane.column ? "board" : "later",
    );
    if (!world.by) refocus(laneId, index, cardId);
  };
  const toEnd = (cardId: string, columnId: string, end: End) => {
    const lane = world.columnLanes().find(({ id }) => id === columnId);
    const others = lane?.cards.filter(({ id }) => id !== cardId).length ?? 0;
    toPlace(cardId, columnId, end === "top" ? 0 : others);
  };
  return {
    toPlace,
    drop: (cardId, laneId, index) => {
      const { marked } = ui.get();
      const cards = marked.has(cardId) ? markedCards(world, marked) : [];
      if (cards.length < 2) return toPlace(cardId, laneId, index);
      if (!online) return sayProblem(OFFLINE);
      void togetherTo(client, at, cards, laneId, index === null ? null : { cardId, index });
    },
    toEnd,
    by: (cardId, direction) => {
      const here = findCard(world.lanes(), cardId, ui.get().selectedIn);
      const to = here && (isCell(here.lane) ? besideCell : beside)(world.lanes(), here, direction);
      if (to) toPlace(cardId, to.lane.id, to.index);
    },
    toLater: (cardId) => toLater(at, cardId),
  };
}

interface At {
  client: QueryClient;
  world: BoardWorld;
  ui: UiStore;
  online: boolean;
}

function toGroup({ client, world, ui, online }: At, cardId: string, lane: Lane, to: Group): void {
  const from = findCard(world.lanes(), cardId, ui.get().selectedIn);
  if (!from || from.lane === lane) return;
  if (!online) {
    sayProblem(OFFLINE);
    return;
  }
  ui.set({ selected: cardId, selectedIn: lane.id });
  const card = { ...from.card, projectId: world.projectId };
  void act(client, regroupAct(card, from.lane.group, to));
  requestAnimationFrame(() => focusCard(cardId, lane.id));
}

function beside(lanes: readonly Lane[], { lane, laneAt, at }: Found, direction: Direction) {
  if (direction === "up" || direction === "down") {
    const index = at + (direction === "up" ? -1 : 1);
    return lane.cards[index] ? { lane, index } : null;
  }
  const next = lanes[laneAt + (direction === "left" ? -1 : 1)];
  return next ? { lane: next, index: Math.min(at, next.cards.length) } : null;
}

/** One place up or down in its cell, or to the cell beside it. */
function besideCell(lanes: readonly Lane[], { lane, at }: Found, direction: Direction) {
  const index = at + { up: -1, down: 1, left: 0, right: 0 }[direction];
  if (index !== at && lane.cards[index]) return { lane, index };
  const next = cellBeside(lanes, lane, direction);
  const end = direction === "down" ? 0 : direction === "up" ? Number.POSITIVE_INFINITY : at;
  return next && { lane: next, index: Math.min(end, next.cards.length) };
}

/** Along its row only the column changes, along its column only the group; both are one act. */
function toCell({ client, world, ui, online }: At, cardId: string, cell: Lane, index: number | null): void {
  const from = findCard(world.lanes(), cardId, ui.get().selectedIn);
  if (!from || index === null || (from.lane === cell && from.at === index)) return;
  if (!online) {
    sayProblem(OFFLINE);
    return;
  }
  ui.set({ selected: cardId, selectedIn: cell.id });
  void intoCell(
    client,
    world,
    [{ card: { ...from.card, projectId: world.projectId }, from: from.lane }],
    cell,
    {
      cardId,
      index,
    },
  );
  refocus(cell.id, index, cardId);
}

function toLater({ client, world, ui, online }: At, cardId: string): void {
  const here = findCard(world.columnLanes(), cardId);
  if (!here?.lane.column) return;
  if (!online) {
    sayProblem(OFFLINE);
    return;
  }
  const next = here.lane.cards[here.at + 1] ?? here.lane.cards[here.at - 1];
  void moveCard(
    client,
    { ...here.card, projectId: world.projectId },
    { column: null, said: "Moved to Later" },
    backTo(here.lane, here.at, here.card),
  );
  ui.set({ selected: next?.id ?? null });
  if (next) requestAnimationFrame(() => focusCard(next.id));
}

function backTo(lane: Lane, at: number, card: BoardCard): Spot {
  if (!lane.column) return { column: null };
  const { id, name } = lane;
  return { column: { id, name }, ...around(lane, at, card.id) };
}

/** The focus stays with the card: it may first have to come into the window. */
export function refocus(laneId: string, index: number, cardId: string): void {
  requestAnimationFrame(() => {
    scrollLane(laneId, index);
    if (focusCard(cardId, laneId)) return;
    // In a folded lane it is not drawn: its strip has the focus then.
    requestAnimationFrame(
      () => focusCard(cardId, laneId) || document.getElementById(`fold-${laneId}`)?.focus(),
    );
  });
}
