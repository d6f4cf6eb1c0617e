import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { buttonsQuery, type CardButton } from "../lib/buttons.ts";
import { offerUndo } from "../lib/undo.tsx";

export type ButtonFields = Pick<CardButton, "place" | "name" | "steps">;
export type Step = CardButton["steps"][number];

export function fieldsOf({ place, name, steps }: ButtonFields): ButtonFields {
  return { place, name, steps };
}

export async function createButton(
  client: QueryClient,
  projectId: string,
  body: ButtonFields,
): Promise<void> {
  const { id } = await create(client, projectId, body);
  offerUndo(`“${body.name}” added`, () => remove(client, projectId, id));
}

/** The way back writes what was there over whatever stands there then. */
export async function changeButton(
  client: QueryClient,
  projectId: string,
  before: CardButton,
  wanted: ButtonFields,
): Promise<void> {
  const put = (seen: number, body: ButtonFields) =>
    answer(
      api.PUT("/api/v1/buttons/{buttonId}", {
        params: { path: { buttonId: before.id } },
        headers: ifMatch(seen),
        body,
      }),
    ).finally(() => refresh(client, projectId));
  const saved = await put(before.revision, wanted);
  offerUndo(`“${wanted.name}” changed`, async () => {
    const now = await client.fetchQuery({ ...buttonsQuery(projectId), staleTime: 0 });
    await put(now.find(({ id }) => id === before.id)?.revision ?? saved.revision, fieldsOf(before));
  });
}

export async function removeButton(
  client: QueryClient,
  projectId: string,
  button: CardButton,
): Promise<void> {
  await remove(client, projectId, button.id);
  offerUndo(`“${button.name}” removed`, () => create(client, projectId, fieldsOf(button)));
}

async function create(client: QueryClient, projectId: string, body: ButtonFields) {
  const made = await answer(
    api.POST("/api/v1/projects/{projectId}/buttons", { params: { path: { projectId } }, body }),
  );
  await refresh(client, projectId);
  return made;
}

async function remove(client: QueryClient, projectId: string, buttonId: string): Promise<void> {
  await answer(api.DELETE("/api/v1/buttons/{buttonId}", { params: { path: { buttonId } } }));
  await refresh(client, projectId);
}

const refresh = (client: QueryClient, projectId: string) =>
  client.invalidateQueries({ queryKey: buttonsQuery(projectId).queryKey });
