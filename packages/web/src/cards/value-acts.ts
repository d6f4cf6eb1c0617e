import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { type CardDetail, cardQuery } from "../lib/board-query.ts";
import { patchValues } from "../lib/field-values.ts";
import { offerUndo } from "../lib/undo.tsx";

export type Value = CardDetail["values"][number];

/** Shows the value at once and writes it over the one that was seen; empty takes it away. */
export async function changeValue(
  client: QueryClient,
  card: Pick<CardDetail, "id" | "projectId">,
  { fieldId, name, value }: Value,
  next: string,
): Promise<void> {
  const before = value ?? "";
  await put(client, card, fieldId, next, before);
  offerUndo(`${name} changed`, () => put(client, card, fieldId, before, next));
}

async function put(
  client: QueryClient,
  card: Pick<CardDetail, "id" | "projectId">,
  fieldId: string,
  value: string,
  expected: string,
): Promise<void> {
  const { queryKey } = cardQuery(card.projectId, card.id);
  const show = (shown: string) =>
    client.setQueryData(queryKey, (now) =>
      now
        ? {
            ...now,
            values: now.values.map((one) =>
              one.fieldId === fieldId ? { ...one, value: shown || null } : one,
            ),
          }
        : undefined,
    );
  show(value);
  try {
    const params = { path: { cardId: card.id, fieldId } };
    await answer(api.PUT("/api/v1/cards/{cardId}/values/{fieldId}", { params, body: { value, expected } }));
    patchValues(client, card, [{ fieldId, value }]);
  } catch (error) {
    show(expected);
    await client.invalidateQueries({ queryKey });
    throw error;
  }
}
