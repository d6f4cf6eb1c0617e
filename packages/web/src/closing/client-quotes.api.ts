import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type ClientQuote = Shape<"ClientQuote">;

const of = (projectId: string) => ({ params: { path: { projectId } } });
const one = (clientQuoteId: string) => ({ params: { path: { clientQuoteId } } });

export const clientQuotesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "client-quotes"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/client-quotes", of(projectId)))).items,
  });

export async function askForQuote(
  client: QueryClient,
  projectId: string,
  body: { contactId: string; words: string },
): Promise<void> {
  await answer(api.POST("/api/v1/projects/{projectId}/client-quotes", { ...of(projectId), body }));
  await client.invalidateQueries({ queryKey: clientQuotesQuery(projectId).queryKey });
}

export async function takeQuoteBack(client: QueryClient, projectId: string, id: string): Promise<void> {
  await answer(api.DELETE("/api/v1/client-quotes/{clientQuoteId}", one(id)));
  await client.invalidateQueries({ queryKey: clientQuotesQuery(projectId).queryKey });
}

export async function handOverQuote(id: string): Promise<string> {
  return (await answer(api.POST("/api/v1/client-quotes/{clientQuoteId}/link", one(id)))).url;
}
