import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import { patchBoard } from "./board-query.ts";
import type { ActCard } from "./card-acts.ts";
import { withCount } from "./card-acts-together.ts";
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

/** Several at once, with one way back for all; what was refused stands where it was. */
export async function trashTogether(client: QueryClient, cards: readonly ActCard[]): Promise<void> {
  for (const { id, projectId } of cards) patchBoard(client, projectId, id, null);
  const results = await Promise.allSettled(
    cards.map(({ id }) => answer(api.DELETE("/api/v1/cards/{cardId}", { params: { path: { cardId: id } } }))),
  );
  const done = cards.filter((_, at) => results[at]?.status === "fulfilled");
  const refused = cards.filter((_, at) => results[at]?.status !== "fulfilled");
  for (const card of refused) patchBoard(client, card.projectId, card.id, card);
  if (done.length > 0)
    offerUndo(withCount("Deleted", done.length), async () => {
      for (const { id, projectId } of done) await restoreThing(id, projectId);
      await client.invalidateQueries({ queryKey: keys.project(done[0]?.projectId ?? "") });
    });
  const problem = results.find((result) => result.status === "rejected");
  if (problem) sayProblem(problem.reason, () => void trashTogether(client, refused));
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
