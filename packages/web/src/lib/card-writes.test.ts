import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { boardQuery, type Card } from "./board-query.ts";
import { takeIn } from "./card-writes.ts";

const one = aCard("one");
const { id: projectId } = aBoard([]).project;
const { queryKey } = boardQuery(projectId);

function answerOf(more: Partial<Card> = {}): Card {
  return {
    ...one,
    projectId,
    ref: "ACME-1",
    place: "board",
    archivedAt: null,
    blockedReason: null,
    touchedAt: "2026-06-01T10:00:00Z",
    ...more,
  } as Card;
}

/** Whether the board is read again once the answer is in, and which cards it shows until then. */
function after(cards: (typeof one)[], later: number, answer: Card) {
  const client = new QueryClient();
  client.setQueryData(queryKey, aBoard(cards, { later }));
  takeIn(client, answer);
  const again = client.getQueryState(queryKey)?.isInvalidated;
  return { again, cards: client.getQueryData(queryKey)?.cards.map(({ id }) => id) };
}

it("counts the Later list again when a card is put off or comes back", () => {
  expect(after([one], 0, answerOf({ place: "later", columnId: null }))).toEqual({ again: true, cards: [] });
  expect(after([], 1, answerOf())).toEqual({ again: true, cards: ["one"] });
});

it("does not read the board again for what it can show by itself", () => {
  expect(after([one], 1, answerOf({ columnId: "doing" }))).toEqual({ again: false, cards: ["one"] });
  expect(after([], 0, answerOf())).toEqual({ again: false, cards: ["one"] });
  const archived = answerOf({ archivedAt: "2026-06-02T10:00:00Z" });
  expect(after([one], 1, archived)).toEqual({ again: false, cards: [] });
});
