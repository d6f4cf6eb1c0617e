import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { answer, api } from "../lib/api.ts";
import { boardQuery, type Card, cardQuery, patchBoard } from "../lib/board-query.ts";
import { takeIn, wroteLately } from "../lib/card-writes.ts";
import { type LiveMessage, useLive } from "../lib/live.ts";
import { ApiProblem } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";
import type { UiStore } from "./board-ui.ts";
import { slideFrom } from "./slide.ts";

const GATHER_MS = 80;
const ONE_BY_ONE = 8;

/** Verbs that change what a card shows on the board. */
const OF_CARDS = /^card\./;

export interface HeldChange {
  cardId: string;
  columnIds: string[];
  apply: () => void;
}

/**
 * Brings in what others do card by card, so that a busy board is not read again each time. Under the pointer and
 * during a drag nothing moves: the changes wait, counted.
 */
export function useBoardLive(projectId: string, ui: UiStore): { held: HeldChange[]; release: () => void } {
  const client = useQueryClient();
  const [held, setHeld] = useState<HeldChange[]>([]);
  const waiting = useRef(new Set<string>());

  const bring = useCallback(
    (cardId: string, card: Card | null) => {
      const before = client
        .getQueryData(boardQuery(projectId).queryKey)
        ?.cards.find(({ id }) => id === cardId);
      const apply = () => {
        const slide = slideFrom(cardId);
        if (card) takeIn(client, card);
        else patchBoard(client, projectId, cardId, null);
        slide();
      };
      const columnIds = [before?.columnId, card?.columnId].filter((id) => id != null);
      const moves = before?.columnId !== card?.columnId || before?.position !== card?.position;
      if (moves && isBusy(ui, columnIds))
        setHeld((all) => [...all.filter((one) => one.cardId !== cardId), { cardId, columnIds, apply }]);
      else apply();
    },
    [client, projectId, ui],
  );

  const flush = useCallback(() => {
    const ids = [...waiting.current];
    waiting.current.clear();
    if (ids.length > ONE_BY_ONE) void client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
    else
      for (const id of ids)
        void readCard(id).then(
          (card) => bring(id, card),
          () => client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey }),
        );
  }, [client, projectId, bring]);

  const handle = useCallback(
    (message: LiveMessage) => {
      if (message.projectId !== projectId || message.subject.kind !== "card") return false;
      if (!OF_CARDS.test(message.verb)) return false;
      const cardId = message.subject.id;
      markStale(client, projectId);
      void client.invalidateQueries({ queryKey: cardQuery(projectId, cardId).queryKey });
      if (wroteLately(cardId)) return true;
      if (waiting.current.size === 0) setTimeout(flush, GATHER_MS);
      waiting.current.add(cardId);
      return true;
    },
    [client, projectId, flush],
  );
  useLive(handle);

  const release = useCallback(() => {
    setHeld((all) => {
      queueMicrotask(() => {
        for (const { apply } of all) apply();
      });
      return [];
    });
  }, []);
  useEffect(
    () =>
      ui.subscribe(() => {
        setHeld((all) => {
          const free = all.filter(({ columnIds }) => !isBusy(ui, columnIds));
          if (free.length === 0) return all;
          queueMicrotask(() => {
            for (const { apply } of free) apply();
          });
          return all.filter((one) => !free.includes(one));
        });
      }),
    [ui],
  );
  return { held, release };
}

function isBusy(ui: UiStore, columnIds: readonly string[]): boolean {
  const { drag, hovered } = ui.get();
  return drag !== null || (hovered !== null && columnIds.includes(hovered));
}

/** The card, or null when it cannot be seen any more. */
async function readCard(cardId: string): Promise<Card | null> {
  try {
    return await answer(api.GET("/api/v1/cards/{cardId}", { params: { path: { cardId } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** Plan and portfolio count cards; they are read again when they are next looked at. */
function markStale(client: ReturnType<typeof useQueryClient>, projectId: string): void {
  void client.invalidateQueries({ queryKey: keys.project(projectId, "plan"), refetchType: "none" });
  void client.invalidateQueries({ queryKey: keys.portfolio, refetchType: "none" });
}
