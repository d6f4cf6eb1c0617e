import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { patchBoard } from "./board-query.ts";
import type { ActCard } from "./card-acts.ts";
import { keys } from "./query-keys.ts";
import { restoreThing } from "./trash.ts";
import { offerUndo, sayProblem } from "./undo.tsx";

/** Into the trash for 30 days; gone from the board at once, back when refused. */
export async function trashCard(client: QueryClient, card: ActCard): Promise<boolean> {
  patchBoard(client, card.projectId, card.id, null);
  try {
    await answer(api.DELETE("/api/v1/cards/{cardId}", { params: { path: { cardId: card.id } } }));
    offerUndo("Deleted", async () => {
      await restoreThing(card.id, card.projectId);
      await client.invalidateQueries({ queryKey: keys.project(card.projectId) });
    });
    return true;
  } catch (error) {
    patchBoard(client, card.projectId, card.id, card);
    sayProblem(error, () => void trashCard(client, card));
    return false;
  }
}

/** Cards that were just added, away again. */
export async function takeBackCards(
  client: QueryClient,
  projectId: string,
  ids: readonly string[],
): Promise<void> {
  for (const cardId of ids) {
    patchBoard(client, projectId, cardId, null);
    await answer(api.DELETE("/api/v1/cards/{cardId}", { params: { path: { cardId } } }));
  }
  await client.invalidateQueries({ queryKey: keys.project(projectId) });
}
