import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { type CardDetail, cardQuery } from "../lib/board-query.ts";
import { offerUndo } from "../lib/undo.tsx";

/** Shown at once; whoever is on the card watches unless they say no. */
export async function watch(
  client: QueryClient,
  { id, projectId, watchers }: Pick<CardDetail, "id" | "projectId" | "watchers">,
  me: string,
  watches: boolean,
): Promise<void> {
  const { queryKey } = cardQuery(projectId, id);
  const show = (next: string[]) =>
    client.setQueryData(queryKey, (now) => (now ? { ...now, watchers: next } : undefined));
  const put = async (wanted: boolean) => {
    const params = { path: { cardId: id } };
    show(
      (await answer(api.PUT("/api/v1/cards/{cardId}/watch", { params, body: { watches: wanted } }))).watchers,
    );
  };
  show(watches ? [...watchers, me] : watchers.filter((one) => one !== me));
  try {
    await put(watches);
  } catch (error) {
    show(watchers);
    throw error;
  }
  offerUndo(watches ? "You watch this card" : "You no longer watch this card", () => put(!watches));
}
