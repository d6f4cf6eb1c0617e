import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { BoardCard } from "../lib/board-query.ts";
import { moveCard, type Spot } from "../lib/card-moves.ts";
import { ApiProblem } from "../lib/problem.ts";
import { sayProblem } from "../lib/undo.tsx";
import { type BoardWorld, useWorld } from "./board-context.ts";
import { focusCard, type UiStore, useUiStore } from "./board-ui.ts";
import { around, findCard, type Lane } from "./lanes.ts";
import { scrollColumn } from "./scrollers.ts";

export type End = "top" | "bottom";

export interface BoardMoves {
  /** To a place of a column, the card itself not counted. */
  toPlace: (cardId: string, columnId: string, index: number) => void;
  toEnd: (cardId: string, columnId: string, end: End) => void;
  /** One place up or down, or to the neighbouring column. */
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

const OFFLINE = new ApiProblem(0, {
  title: "Not moved",
  detail: "There is no connection. Move it again when the line is back.",
});

function makeMoves(client: QueryClient, world: BoardWorld, ui: UiStore, online: boolean): BoardMoves {
  const toPlace = (cardId: string, columnId: string, index: number) => {
    const from = findCard(world.lanes(), cardId);
    const lane = world.lanes().find(({ column }) => column.id === columnId);
    if (!from || !lane) return;
    const same = from.lane === lane;
    if (same && from.at === index) return;
    if (!online) return sayProblem(OFFLINE);
    const size = lane.cards.length + (same ? 0 : 1);
    const { id, name } = lane.column;
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
    );
    refocus(columnId, index, cardId);
  };
  const toEnd = (cardId: string, columnId: string, end: End) => {
    const lane = world.lanes().find(({ column }) => column.id === columnId);
    const others = lane?.cards.filter(({ id }) => id !== cardId).length ?? 0;
    toPlace(cardId, columnId, end === "top" ? 0 : others);
  };
  return {
    toPlace,
    toEnd,
    by: (cardId, direction) => {
      const here = findCard(world.lanes(), cardId);
      if (!here) return;
      const { lane, laneAt, at } = here;
      if (direction === "up" || direction === "down") {
        const to = at + (direction === "up" ? -1 : 1);
        if (to >= 0 && to < lane.cards.length) toPlace(cardId, lane.column.id, to);
        return;
      }
      const next = world.lanes()[laneAt + (direction === "left" ? -1 : 1)];
      if (next) toPlace(cardId, next.column.id, Math.min(at, next.cards.length));
    },
    toLater: (cardId) => {
      const here = findCard(world.lanes(), cardId);
      if (!here) return;
      if (!online) return sayProblem(OFFLINE);
      const next = here.lane.cards[here.at + 1] ?? here.lane.cards[here.at - 1];
      void moveCard(
        client,
        { ...here.card, projectId: world.projectId },
        { column: null, said: "Moved to Later" },
        backTo(here.lane, here.at, here.card),
      );
      ui.set({ selected: next?.id ?? null });
      if (next) requestAnimationFrame(() => focusCard(next.id));
    },
  };
}

function backTo(lane: Lane, at: number, card: BoardCard): Spot {
  const { id, name } = lane.column;
  return { column: { id, name }, ...around(lane, at, card.id) };
}

/** The focus stays with the card: it may first have to come into the window. */
export function refocus(columnId: string, index: number, cardId: string): void {
  requestAnimationFrame(() => {
    scrollColumn(columnId, index);
    if (!focusCard(cardId)) requestAnimationFrame(() => focusCard(cardId));
  });
}
