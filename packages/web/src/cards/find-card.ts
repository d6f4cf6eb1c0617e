import { queryOptions, useQuery } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import type { Board, BoardCard, Card } from "../lib/board-query.ts";
import { keys } from "../lib/query-keys.ts";

/** "ACME-42" -> 42. */
function numberOf(ref: string): number {
  return Number(ref.slice(ref.lastIndexOf("-") + 1));
}

/** A card that is not on the board: put off or archived. */
const elsewhereQuery = (projectId: string, number: number) =>
  queryOptions({
    queryKey: keys.project(projectId, "elsewhere", String(number)),
    queryFn: async (): Promise<Card | null> =>
      (await findIn(projectId, number, "later")) ?? (await findIn(projectId, number, "archived")),
  });

async function findIn(projectId: string, number: number, place: "later" | "archived"): Promise<Card | null> {
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: { items: Card[]; nextCursor: string | null } = await answer(
      api.GET("/api/v1/projects/{projectId}/cards", {
        params: { path: { projectId }, query: { place, limit: 200, ...(cursor ? { cursor } : {}) } },
      }),
    );
    const found = page.items.find((card) => card.number === number);
    if (found) return found;
    cursor = page.nextCursor;
  }
  return null;
}

/** The card behind an address: from the board at once, else from the lists beside it. */
export function useCardByRef(
  board: Board,
  ref: string,
): { card: BoardCard | undefined; waiting: boolean; error: unknown } {
  const number = numberOf(ref);
  const here = board.cards.find((card) => card.number === number);
  const { data, isPending, error } = useQuery({
    ...elsewhereQuery(board.project.id, number),
    enabled: !here && Number.isInteger(number),
  });
  return { card: here ?? data ?? undefined, waiting: !here && isPending, error };
}
