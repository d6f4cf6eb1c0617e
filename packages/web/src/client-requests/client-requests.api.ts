import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type ClientRequest = Shape<"ClientRequest">;
export type RequestKind = ClientRequest["kind"];

export interface Wanted {
  kind: RequestKind;
  title: string;
  why: string;
  questions: string[];
  dueOn: string | null;
  milestoneId: string | null;
  contactId: string | null;
}

export const clientRequestsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "client-requests"),
    queryFn: async () =>
      (
        await answer(
          api.GET("/api/v1/projects/{projectId}/client-requests", { params: { path: { projectId } } }),
        )
      ).items,
  });

/** Dates and health hang on what the client is asked for, so all of the project is read again. */
function refresh(client: QueryClient, projectId: string): Promise<void> {
  return client.invalidateQueries({ queryKey: keys.project(projectId) });
}

export async function writeRequest(
  client: QueryClient,
  projectId: string,
  body: Wanted,
): Promise<ClientRequest> {
  const made = await answer(
    api.POST("/api/v1/projects/{projectId}/client-requests", { params: { path: { projectId } }, body }),
  );
  await refresh(client, projectId);
  return made;
}

const at = ({ id }: ClientRequest) => ({ params: { path: { requestId: id } } });

export async function askClient(client: QueryClient, request: ClientRequest): Promise<void> {
  await answer(api.POST("/api/v1/client-requests/{requestId}/ask", at(request)));
  await refresh(client, request.projectId);
}

export async function nameContact(
  client: QueryClient,
  request: ClientRequest,
  contactId: string,
): Promise<ClientRequest> {
  const now = await answer(
    api.PATCH("/api/v1/client-requests/{requestId}", {
      ...at(request),
      headers: ifMatch(request.revision),
      body: { contactId },
    }),
  );
  await refresh(client, request.projectId);
  return now;
}

/** Shown once; what is answered by it says who handed it over. */
export async function handOverLink(request: ClientRequest): Promise<string> {
  const made = await answer(api.POST("/api/v1/client-requests/{requestId}/handed-over-link", at(request)));
  return made.url;
}

export async function acceptAnswer(client: QueryClient, request: ClientRequest): Promise<void> {
  const round = request.sent.at(-1)?.round ?? 1;
  await answer(api.POST("/api/v1/client-requests/{requestId}/accept", { ...at(request), body: { round } }));
  await refresh(client, request.projectId);
}

export async function sendBack(client: QueryClient, request: ClientRequest, reason: string): Promise<void> {
  const round = request.sent.at(-1)?.round ?? 1;
  const body = { round, reason };
  await answer(api.POST("/api/v1/client-requests/{requestId}/send-back", { ...at(request), body }));
  await refresh(client, request.projectId);
}

export async function cancelRequest(client: QueryClient, request: ClientRequest): Promise<void> {
  await answer(api.POST("/api/v1/client-requests/{requestId}/cancel", at(request)));
  await refresh(client, request.projectId);
}
