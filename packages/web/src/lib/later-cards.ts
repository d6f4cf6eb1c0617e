import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import type { Card } from "./board-query.ts";
import { keys } from "./query-keys.ts";

const PAGE = 200;

/** Every card that is put off, for views that show them beside the board's. */
export const laterQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "cards", "later", "all"),
    queryFn: async () => {
      const found: Card[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const query = { place: "later" as const, limit: PAGE, ...(cursor ? { cursor } : {}) };
        const params = { path: { projectId }, query };
        const page: { items: Card[]; nextCursor: string | null } = await answer(
          api.GET("/api/v1/projects/{projectId}/cards", { params }),
        );
        found.push(...page.items);
        cursor = page.nextCursor;
      }
      return found;
    },
  });

/** A card that cannot be seen any more. */
export function dropLater(client: QueryClient, projectId: string, cardId: string): void {
  client.setQueryData(laterQuery(projectId).queryKey, (cards) =>
    cards?.some(({ id }) => id === cardId) ? cards.filter(({ id }) => id !== cardId) : cards,
  );
}

/** Puts what the server answered about one card into the list that is shown, if one is. */
export function patchLater(client: QueryClient, card: Card): void {
  const isHere = card.place === "later" && card.archivedAt === null;
  client.setQueryData(laterQuery(card.projectId).queryKey, (cards) => {
    if (!cards) return undefined;
    const at = cards.findIndex(({ id }) => id === card.id);
    if (at < 0) return isHere ? [...cards, card] : cards;
    return isHere ? cards.with(at, card) : cards.toSpliced(at, 1);
  });
}
