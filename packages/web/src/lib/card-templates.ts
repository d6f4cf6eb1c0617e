import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "./api.ts";
import { keys } from "./query-keys.ts";
import { restoreThing } from "./trash.ts";
import { offerUndo } from "./undo.tsx";

export type CardTemplate = Shape<"CardTemplate">;

/** What of a template is set by hand. */
export type TemplateFields = Pick<CardTemplate, "name" | "content">;

const inProject = (projectId: string) => ({ params: { path: { projectId } } });
const at = (cardTemplateId: string) => ({ params: { path: { cardTemplateId } } });

export const cardTemplatesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "card-templates"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/card-templates", inProject(projectId)))).items,
  });

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: cardTemplatesQuery(projectId).queryKey });

export async function createTemplate(
  client: QueryClient,
  projectId: string,
  body: TemplateFields,
): Promise<void> {
  const { id, name } = await answer(
    api.POST("/api/v1/projects/{projectId}/card-templates", { ...inProject(projectId), body }),
  );
  await refresh(client, projectId);
  offerUndo(`Template “${name}” kept`, async () => {
    await drop(id);
    await refresh(client, projectId);
  });
}

export async function changeTemplate(
  client: QueryClient,
  projectId: string,
  { id, revision, name, content }: CardTemplate,
  wanted: TemplateFields,
): Promise<void> {
  const put = (seen: number, body: TemplateFields) =>
    answer(
      api.PATCH("/api/v1/card-templates/{cardTemplateId}", { ...at(id), headers: ifMatch(seen), body }),
    ).finally(() => refresh(client, projectId));
  const saved = await put(revision, wanted);
  offerUndo(`Template “${wanted.name}” changed`, () => put(saved.revision, { name, content }));
}

export async function removeTemplate(
  client: QueryClient,
  projectId: string,
  { id, name }: CardTemplate,
): Promise<void> {
  await drop(id);
  await refresh(client, projectId);
  offerUndo(`Template “${name}” deleted`, async () => {
    await restoreThing(id, projectId);
    await refresh(client, projectId);
  });
}

/** One place up or down among those that were seen. */
export async function shiftTemplate(
  client: QueryClient,
  projectId: string,
  templates: readonly CardTemplate[],
  { id, name }: CardTemplate,
  by: -1 | 1,
): Promise<void> {
  const before = templates.map((each) => each.id);
  const from = before.indexOf(id);
  const after = before.toSpliced(from, 1).toSpliced(from + by, 0, id);
  const put = (ids: string[], expected: string[]) =>
    answer(
      api.PUT("/api/v1/projects/{projectId}/card-templates/order", {
        ...inProject(projectId),
        body: { ids, expected },
      }),
    ).finally(() => refresh(client, projectId));
  await put(after, before);
  offerUndo(`Template “${name}” moved`, () => put(before, after));
}

const drop = (id: string) => answer(api.DELETE("/api/v1/card-templates/{cardTemplateId}", at(id)));
