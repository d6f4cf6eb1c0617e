import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { type CardDetail, cardQuery } from "../lib/board-query.ts";
import { takeIn } from "../lib/card-writes.ts";
import { offerUndo } from "../lib/undo.tsx";

export type CardText = Partial<Pick<CardDetail, "title" | "body" | "audience">>;

/** Writes text over the revision that was edited; a newer one there is refused with 412. */
export async function saveText(
  client: QueryClient,
  card: { id: string; projectId: string; revision: number },
  text: CardText,
): Promise<CardDetail> {
  const saved = await answer(
    api.PATCH("/api/v1/cards/{cardId}", {
      params: { path: { cardId: card.id } },
      headers: ifMatch(card.revision),
      body: text,
    }),
  );
  client.setQueryData(cardQuery(card.projectId, card.id).queryKey, saved);
  takeIn(client, saved);
  return saved;
}

/** The same, with the way back. */
export async function changeText(
  client: QueryClient,
  card: { id: string; projectId: string; revision: number },
  said: string,
  before: CardText,
  after: CardText,
): Promise<void> {
  const saved = await saveText(client, card, after);
  offerUndo(said, () => saveText(client, saved, before));
}
