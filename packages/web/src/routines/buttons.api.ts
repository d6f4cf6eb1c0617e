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

/** The way back is refused where somebody else has changed it since. */
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
    const still = now.find((each) => each.id === before.id && same(each, saved));
    await put((still ?? saved).revision, fieldsOf(before));
  });
}

export async function removeButton(
  client: QueryClient,
  projectId: string,
  buttons: readonly CardButton[],
  button: CardButton,
): Promise<void> {
  const above = buttons[buttons.indexOf(button) - 1]?.id ?? null;
  await remove(client, projectId, button.id);
  offerUndo(`“${button.name}” removed`, async () => {
    const now = await client.fetchQuery({ ...buttonsQuery(projectId), staleTime: 0 });
    const isThere = above === null || now.some(({ id }) => id === above);
    await create(client, projectId, { ...fieldsOf(button), ...(isThere ? { after: above } : {}) });
  });
}

/** One place up or down. */
export async function shiftButton(
  client: QueryClient,
  projectId: string,
  buttons: readonly CardButton[],
  { button, by }: { button: CardButton; by: -1 | 1 },
): Promise<void> {
  const before = buttons.map(({ id }) => id);
  const at = before.indexOf(button.id);
  const after = before.toSpliced(at, 1).toSpliced(at + by, 0, button.id);
  const put = async (ids: string[], expected: string[]) => {
    const params = { path: { projectId } };
    await answer(
      api.PUT("/api/v1/projects/{projectId}/buttons/order", { params, body: { ids, expected } }),
    ).finally(() => refresh(client, projectId));
  };
  await put(after, before);
  offerUndo(`“${button.name}” is ${at + by + 1} of ${after.length}`, () => put(before, after));
}

function same(one: ButtonFields, other: ButtonFields): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));
}

async function create(
  client: QueryClient,
  projectId: string,
  body: ButtonFields & { after?: string | null },
) {
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
