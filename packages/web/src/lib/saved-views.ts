import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "./api.ts";
import { keys } from "./query-keys.ts";
import { offerUndo } from "./undo.tsx";

export type SavedView = Shape<"SavedView">;
type ViewWords = Pick<SavedView, "name" | "search" | "shared">;

/** Where views are kept: a place of the workspace, or one of a project. */
export interface ViewPlace {
  place: SavedView["place"];
  projectId?: string;
}

const keyOf = ({ place, projectId }: ViewPlace) => [
  ...keys.savedViews,
  place,
  ...(projectId ? [projectId] : []),
];

export const savedViewsQuery = (at: ViewPlace) =>
  queryOptions({
    queryKey: keyOf(at),
    queryFn: async () => (await answer(api.GET("/api/v1/saved-views", { params: { query: at } }))).items,
  });

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: keys.savedViews });

export async function saveView(client: QueryClient, at: ViewPlace, words: ViewWords): Promise<void> {
  await answer(api.POST("/api/v1/saved-views", { body: { ...at, ...words } }));
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
  at: ViewPlace,
  { id, name, search, shared }: SavedView,
): Promise<void> {
  await answer(api.DELETE("/api/v1/saved-views/{savedViewId}", { params: { path: { savedViewId: id } } }));
  await refresh(client);
  offerUndo(`The view “${name}” is removed.`, () => saveView(client, at, { name, search, shared }));
}

/** What an address says behind its question mark, always in one order. */
export function viewText(search: object): string {
  const set = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return new URLSearchParams(set.toSorted(([one = ""], [other = ""]) => one.localeCompare(other))).toString();
}

export function viewSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
