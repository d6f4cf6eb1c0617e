import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type ClientPerson = Shape<"ClientAccess">["people"][number];

/** Who of the client looked at which page, newest first. */
export function portalViewsQuery(projectId: string) {
  return infiniteQueryOptions({
    queryKey: keys.project(projectId, "portal-views"),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/portal-views", {
          params: { path: { projectId }, query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

interface OfContact {
  projectId: string;
  contactId: string;
}

export async function sendLink(path: OfContact): Promise<void> {
  await answer(api.POST("/api/v1/projects/{projectId}/contacts/{contactId}/link", { params: { path } }));
}

/** A link that can be handed over; the server shows it this once. */
export async function makeLink(path: OfContact): Promise<string> {
  const made = await answer(
    api.POST("/api/v1/projects/{projectId}/contacts/{contactId}/handed-over-link", { params: { path } }),
  );
  return made.url;
}

export async function endAccess(path: OfContact): Promise<void> {
  await answer(api.DELETE("/api/v1/projects/{projectId}/contacts/{contactId}/access", { params: { path } }));
}

export async function endCalendar(path: OfContact): Promise<void> {
  await answer(api.DELETE("/api/v1/projects/{projectId}/contacts/{contactId}/feed", { params: { path } }));
}
