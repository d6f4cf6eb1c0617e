import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import type { CustomField, FieldKind } from "../lib/field-values.ts";
import { keys } from "../lib/query-keys.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo } from "../lib/undo.tsx";

export type CountedField = Shape<"CountedField">;

export const KIND_WORDS: Record<FieldKind, string> = {
  text: "Text",
  number: "Number",
  date: "Date",
  choice: "Choice",
  checkbox: "Tick",
};

export const fieldsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "fields"),
    queryFn: async () =>
      (await answer(api.GET("/api/v1/projects/{projectId}/fields", { params: { path: { projectId } } })))
        .items,
  });

/** Board, cards and lists all show fields. */
const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: keys.project(projectId) });

const drop = (fieldId: string) =>
  answer(api.DELETE("/api/v1/fields/{fieldId}", { params: { path: { fieldId } } }));

export async function addField(
  client: QueryClient,
  projectId: string,
  wanted: { name: string; kind: FieldKind; choices: string[] },
): Promise<void> {
  const made = await answer(
    api.POST("/api/v1/projects/{projectId}/fields", { params: { path: { projectId } }, body: wanted }),
  );
  await refresh(client, projectId);
  offerUndo(`Field ${made.name} added`, async () => {
    await drop(made.id);
    await refresh(client, projectId);
  });
}

/** A choice as it is edited: `was` is the word that cards have of it. */
export interface Choice {
  name: string;
  was?: string;
}

interface FieldChange {
  name: string;
  choices: Choice[];
}

export async function changeField(
  client: QueryClient,
  projectId: string,
  field: CustomField,
  { name, choices }: FieldChange,
): Promise<void> {
  const put = (body: FieldChange, revision: number) =>
    answer(
      api.PATCH("/api/v1/fields/{fieldId}", {
        params: { path: { fieldId: field.id } },
        headers: ifMatch(revision),
        body,
      }),
    );
  const changed = await put({ name, choices }, field.revision);
  await refresh(client, projectId);
  offerUndo(`Field ${name} changed`, async () => {
    const back = field.choices.map((was): Choice => {
      const now = choices.find((choice) => choice.was === was);
      return now ? { name: was, was: now.name } : { name: was };
    });
    await put({ name: field.name, choices: back }, changed.revision);
    await refresh(client, projectId);
  });
}

/** One place up or down. */
export async function shiftField(
  client: QueryClient,
  projectId: string,
  fields: readonly CustomField[],
  field: CustomField,
  by: -1 | 1,
): Promise<void> {
  const before = fields.map(({ id }) => id);
  const at = before.indexOf(field.id);
  const after = before.toSpliced(at, 1).toSpliced(at + by, 0, field.id);
  const put = async (ids: string[], expected: string[]) => {
    const params = { path: { projectId } };
    await answer(api.PUT("/api/v1/projects/{projectId}/fields/order", { params, body: { ids, expected } }));
    await refresh(client, projectId);
  };
  await put(after, before);
  offerUndo(`Field ${field.name} moved`, () => put(before, after));
}

export async function removeField(client: QueryClient, projectId: string, field: CustomField): Promise<void> {
  await drop(field.id);
  await refresh(client, projectId);
  offerUndo(`Field ${field.name} deleted`, async () => {
    await restoreThing(field.id, projectId);
    await refresh(client, projectId);
  });
}
