import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";

export type Retrospective = Shape<"Retrospective">;
export type RetrospectiveAction = Shape<"RetrospectiveAction">;
export type Prompts = Retrospective["prompts"];

const of = (projectId: string) => ({ path: { projectId } });

export const retrospectiveQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "retrospective"),
    queryFn: () => answer(api.GET("/api/v1/projects/{projectId}/retrospective", { params: of(projectId) })),
  });

/** What is put off in this project and could go on in another. */
export const laterQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "cards", "later"),
    queryFn: async () => {
      const params = { ...of(projectId), query: { place: "later" as const, limit: 200 } };
      return (await answer(api.GET("/api/v1/projects/{projectId}/cards", { params }))).items;
    },
  });

export async function writePrompts(
  client: QueryClient,
  { projectId, revision }: Retrospective,
  body: Prompts,
): Promise<void> {
  const sent = answer(
    api.PUT("/api/v1/projects/{projectId}/retrospective", {
      params: of(projectId),
      headers: ifMatch(revision),
      body,
    }),
  );
  // After a refusal the form shows what others have written meanwhile.
  sent.catch(() => client.invalidateQueries({ queryKey: retrospectiveQuery(projectId).queryKey }));
  client.setQueryData(retrospectiveQuery(projectId).queryKey, await sent);
}

export async function addAction(
  client: QueryClient,
  projectId: string,
  body: { title: string; ownerId: string | null; dueOn: string | null },
): Promise<void> {
  await answer(
    api.POST("/api/v1/projects/{projectId}/retrospective/actions", { params: of(projectId), body }),
  );
  await client.invalidateQueries({ queryKey: retrospectiveQuery(projectId).queryKey });
}

export async function dropAction(client: QueryClient, projectId: string, id: string): Promise<void> {
  const params = { path: { retrospectiveActionId: id } };
  await answer(api.DELETE("/api/v1/retrospective-actions/{retrospectiveActionId}", { params }));
  await client.invalidateQueries({ queryKey: retrospectiveQuery(projectId).queryKey });
}

export async function hold(client: QueryClient, { projectId, revision }: Retrospective): Promise<void> {
  const held = await answer(
    api.POST("/api/v1/projects/{projectId}/retrospective/hold", {
      params: of(projectId),
      body: { expected: revision },
    }),
  );
  client.setQueryData(retrospectiveQuery(projectId).queryKey, held);
}

export async function carryOn(
  client: QueryClient,
  projectId: string,
  body: { toProjectId: string; actionIds: string[]; cardIds: string[] },
): Promise<number> {
  const { cards } = await answer(
    api.POST("/api/v1/projects/{projectId}/retrospective/carry", { params: of(projectId), body }),
  );
  await client.invalidateQueries({ queryKey: keys.project(projectId) });
  void client.invalidateQueries({ queryKey: keys.project(body.toProjectId) });
  return cards.length;
}

/** A project whose work nobody has marked as begun takes that step on the way. */
export async function completeProject(
  client: QueryClient,
  { id: projectId, revision, state }: { id: string; revision: number; state: string },
): Promise<void> {
  const step = (to: "active" | "completed", seen: number) =>
    answer(
      api.PATCH("/api/v1/projects/{projectId}", {
        params: of(projectId),
        headers: ifMatch(seen),
        body: { state: to },
      }),
    );
  const begun = state === "agreed" ? (await step("active", revision)).revision : revision;
  await step("completed", begun);
  await Promise.all(
    [keys.projects, keys.portfolio, keys.project(projectId)].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}
