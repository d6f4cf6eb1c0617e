import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo } from "../lib/undo.tsx";

export type SavedView = Shape<"SavedView">;
type ViewWords = Pick<SavedView, "name" | "search" | "shared">;

export const savedViewsQuery = queryOptions({
  queryKey: keys.savedViews,
  queryFn: async () => (await answer(api.GET("/api/v1/saved-views"))).items,
});

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: keys.savedViews });

export async function saveView(client: QueryClient, words: ViewWords): Promise<void> {
  await answer(api.POST("/api/v1/saved-views", { body: words }));
  await refresh(client);
}

export async function changeView(
  client: QueryClient,
  { id, revision }: SavedView,
  change: Partial<ViewWords>,
): Promise<void> {
  await answer(
    api.PATCH("/api/v1/saved-views/{savedViewId}", {
      params: { path: { savedViewId: id } },
      headers: ifMatch(revision),
      body: change,
    }),
  );
  await refresh(client);
}

/** What is brought back is a new row: nothing else knows of a view. */
export async function removeView(
  client: QueryClient,
  { id, name, search, shared }: SavedView,
): Promise<void> {
  await answer(api.DELETE("/api/v1/saved-views/{savedViewId}", { params: { path: { savedViewId: id } } }));
  await refresh(client);
  offerUndo(`The view “${name}” is removed.`, () => saveView(client, { name, search, shared }));
}
