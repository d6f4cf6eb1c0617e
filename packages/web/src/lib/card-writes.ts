import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { type BoardCard, boardQuery, type Card, cardQuery, onBoard, patchBoard } from "./board-query.ts";
import { noteWrite } from "./card-news.ts";
import { patchLater } from "./later-cards.ts";

/** What a write that is on its way will make of a card; `null` takes it off the board. */
export type CardChange = Partial<BoardCard> | null;

interface Write {
  cardId: string;
  change: CardChange;
}

let writes: readonly Write[] = [];
let listeners: (() => void)[] = [];
const queues = new Map<string, Promise<unknown>>();

/**
 * Shows a change at once and sends it, one write of a card after the other. Whatever is read meanwhile stays below
 * the change; a refusal takes the change away, so the card is back where it was.
 */
export async function writeCard<C extends Card>(
  client: QueryClient,
  card: { id: string; projectId: string },
  change: CardChange,
  send: () => Promise<C>,
): Promise<C> {
  const write: Write = { cardId: card.id, change };
  noteWrite(card.id);
  set([...writes, write]);
  const before = queues.get(card.id) ?? Promise.resolve();
  const sent = before.then(send, send);
  queues.set(card.id, sent);
  try {
    const answer = await sent;
    takeIn(client, answer);
    return answer;
  } finally {
    noteWrite(card.id);
    if (queues.get(card.id) === sent) queues.delete(card.id);
    set(writes.filter((other) => other !== write));
  }
}

/** The server's word on a card into everything that shows it. */
export function takeIn(client: QueryClient, card: Card): void {
  const { queryKey } = boardQuery(card.projectId);
  const board = client.getQueryData(queryKey);
  const wasThere = board?.cards.some(({ id }) => id === card.id) ?? false;
  const there = onBoard(card);
  patchBoard(client, card.projectId, card.id, there);
  patchLater(client, card);
  const fromLater = there !== null && !wasThere && (board?.later ?? 0) > 0;
  const toLater = there === null && card.place === "later" && wasThere;
  // The board counts the Later list; only the server knows how many there are now.
  if (fromLater || toLater) void client.invalidateQueries({ queryKey });
  client.setQueryData(cardQuery(card.projectId, card.id).queryKey, (old) =>
    old ? { ...old, ...card } : undefined,
  );
}

/** Whether a write of the card is on its way: its answer will say what a read would. */
export function isWriting(cardId: string): boolean {
  return queues.has(cardId);
}

export function useWrites(): readonly Write[] {
  return useSyncExternalStore(subscribe, () => writes);
}

/** The cards with what is on its way laid over them. */
export function withWrites(cards: BoardCard[], pending: readonly Write[]): BoardCard[] {
  if (pending.length === 0) return cards;
  const changes = Map.groupBy(pending, ({ cardId }) => cardId);
  return cards.flatMap((card) => {
    const own = changes.get(card.id);
    if (!own) return [card];
    if (own.at(-1)?.change === null) return [];
    return [Object.assign({}, card, ...own.map(({ change }) => change)) as BoardCard];
  });
}

function set(next: readonly Write[]): void {
  writes = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
