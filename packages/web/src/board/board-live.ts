import type { LiveMessage } from "@milepost/server/wire";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { answer, api } from "../lib/api.ts";
import {
  type BoardCard,
  boardQuery,
  type CardDetail,
  cardQuery,
  onBoard,
  patchBoard,
  sameCard,
} from "../lib/board-query.ts";
import { newsMoment, writtenSince } from "../lib/card-news.ts";
import { isWriting, takeIn } from "../lib/card-writes.ts";
import { cardValuesQuery, patchValues } from "../lib/field-values.ts";
import { dropLater, laterQuery } from "../lib/later-cards.ts";
import { useLive } from "../lib/live.ts";
import { milestoneHeadsQuery } from "../lib/milestone-heads.ts";
import { ApiProblem } from "../lib/problem.ts";
import { keys } from "../lib/query-keys.ts";
import type { BoardWorld } from "./board-context.ts";
import type { UiStore } from "./board-ui.ts";
import { laneIds } from "./groups.ts";
import { type HeldChange, isBusy, useHeld } from "./held-changes.ts";
import { slideFrom } from "./slide.ts";

const GATHER_MS = 80;
const ONE_BY_ONE = 8;
/** Of these every card tells as well. */
const TOLD_BY_CARD = new Set(["card.archivedTogether", "card.unarchivedTogether", "card.deletedTogether"]);
/** Many cards of one column change their places at once. */
const SORTED = new Set(["column.sorted", "column.sortUndone"]);

/**
 * Brings in what others do card by card, so that a busy board is not read again each time. Under the pointer and
 * during a drag nothing moves: the changes wait, counted.
 */
export function useBoardLive(
  world: Pick<BoardWorld, "projectId" | "by" | "people" | "me">,
  ui: UiStore,
  inLanes?: (card: BoardCard) => string[],
): { held: readonly HeldChange[]; release: () => void } {
  const { projectId, by, people } = world;
  const client = useQueryClient();
  const { held, hold, release } = useHeld(ui);
  const sorted = useSorted(world, ui, hold);
  /** The cards to read, with who changed them last. */
  const waiting = useRef(new Map<string, string | null>());
  const bring = useCallback(
    (cardId: string, card: CardDetail | null, mover: string | null) => {
      if (card) patchValues(client, card, card.values);
      else dropLater(client, projectId, cardId);
      const { lanes, moves, apply } = changeOf(client, projectId, {
        cardId,
        card,
        mover,
        inLanes: inLanes ?? ((each) => laneIds(by, each)),
      });
      if (!apply) return;
      if (moves && isBusy(ui, lanes)) hold({ cardId, laneIds: lanes, apply });
      else apply();
    },
    [client, projectId, by, ui, hold, inLanes],
  );
  const flush = useCallback(() => {
    const changed = [...waiting.current];
    waiting.current.clear();
    const readAll = () => {
      for (const { queryKey } of [boardQuery(projectId), laterQuery(projectId), cardValuesQuery(projectId)])
        void client.invalidateQueries({ queryKey });
    };
    markStale(client, projectId);
    void client.invalidateQueries({ queryKey: milestoneHeadsQuery(projectId).queryKey });
    if (changed.length > ONE_BY_ONE) return void readAll();
    for (const [id, actorId] of changed) {
      const mover = people.get(actorId ?? "")?.name ?? null;
      void readSettled(id).then((card) => bring(id, card, mover), readAll);
    }
  }, [client, projectId, people, bring]);
  const handle = useCallback(
    (message: LiveMessage) => {
      const { subject, verb, actorId } = message;
      if (message.projectId !== projectId) return false;
      if (TOLD_BY_CARD.has(verb) || sorted(message)) return true;
      if (subject.kind !== "card" || !verb.startsWith("card.") || verb.startsWith("card.dependency"))
        return false;
      void client.invalidateQueries({ queryKey: cardQuery(projectId, subject.id).queryKey });
      if (waiting.current.size === 0) setTimeout(flush, GATHER_MS);
      waiting.current.set(subject.id, actorId);
      return true;
    },
    [client, projectId, sorted, flush],
  );
  useLive(handle);
  return { held, release };
}

/** Takes up that somebody has put a column in order; under the pointer that waits like a move. */
function useSorted(
  { projectId, by, me }: Pick<BoardWorld, "projectId" | "by" | "me">,
  ui: UiStore,
  hold: (change: HeldChange) => void,
): (message: LiveMessage) => boolean {
  const client = useQueryClient();
  return useCallback(
    ({ verb, subject, actorId }) => {
      if (!SORTED.has(verb)) return false;
      const apply = () => void client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
      const lanes = by ? [ui.get().hovered ?? ""] : [subject.id];
      if (actorId !== me && isBusy(ui, lanes)) hold({ cardId: subject.id, laneIds: lanes, apply });
      else apply();
      return true;
    },
    [client, projectId, by, me, ui, hold],
  );
}

interface Changed {
  cardId: string;
  card: CardDetail | null;
  mover: string | null;
  /** The lanes in which a card stands. */
  inLanes: (card: BoardCard) => string[];
}

function changeOf(client: QueryClient, projectId: string, { cardId, card, mover, inLanes }: Changed) {
  const board = client.getQueryData(boardQuery(projectId).queryKey);
  const before = board?.cards.find(({ id }) => id === cardId);
  const after = card && onBoard(card);
  const [left, reached] = [before, after].map((each) => (each ? inLanes(each) : []));
  const lanes = [...new Set([...(left ?? []), ...(reached ?? [])])];
  const moves =
    lanes.length !== left?.length ||
    before?.columnId !== after?.columnId ||
    before?.position !== after?.position;
  // Of one's own doing the board has heard already.
  if (before && after && sameCard(before, after)) return { lanes, moves, apply: null };
  const moment = newsMoment();
  const apply = () => {
    // Kept back while somebody worked here, it may be older than what they did.
    if (writtenSince(cardId, moment)) return;
    const slide = moves ? slideFrom(cardId, mover) : null;
    if (card) takeIn(client, card);
    else patchBoard(client, projectId, cardId, null);
    slide?.();
  };
  return { lanes, moves, apply };
}

/** The card as it is once this page's own writes of it are done. */
async function readSettled(cardId: string): Promise<CardDetail | null> {
  for (;;) {
    const moment = newsMoment();
    const card = await readCard(cardId);
    if (!isWriting(cardId) && !writtenSince(cardId, moment)) return card;
    await new Promise((resume) => setTimeout(resume, GATHER_MS));
  }
}

/** The card, or null when it cannot be seen any more. */
async function readCard(cardId: string): Promise<CardDetail | null> {
  try {
    return await answer(api.GET("/api/v1/cards/{cardId}", { params: { path: { cardId } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** Plan and portfolio count cards; they are read again when they are next looked at. What is put off follows card by card. */
function markStale(client: QueryClient, projectId: string): void {
  void client.invalidateQueries({ queryKey: keys.project(projectId, "plan"), refetchType: "none" });
  const all = laterQuery(projectId).queryKey.join();
  void client.invalidateQueries({
    queryKey: keys.project(projectId, "cards"),
    predicate: ({ queryKey }) => queryKey.join() !== all,
  });
  void client.invalidateQueries({ queryKey: keys.portfolio, refetchType: "none" });
}
