import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound } from "../kit/errors.ts";
import { findRemoved } from "../milestones/removed-parts.store.ts";
import type { CardRow } from "./card-access.store.ts";
import { findItem, type ItemRow, listItems } from "./checklist.store.ts";
import { refuseTooMany } from "./checklist.ts";
import { deleteItem, insertRemoved } from "./removed-items.store.ts";

const Kept = z.object({
  removed: z.object({
    id: z.string(),
    heading: z.string(),
    text: z.string(),
    position: z.string(),
    doneAt: z.coerce.date().nullable(),
    doneBy: z.string().nullable(),
    personId: z.string().nullable(),
    dueOn: z.string().nullable(),
    madeCardId: z.string().nullable(),
    revision: z.number(),
  }),
});

/** The record keeps the whole line, so that it can be put back. */
export async function removeItem(scope: Scope, card: CardRow, item: ItemRow): Promise<void> {
  const removed = await deleteItem(scope, item);
  if (!removed) throw notFound();
  await tell(scope, card, "card.itemRemoved", { itemId: item.id, removed });
}

/** The same line at its place: its tick and by whom, who does it by when, and the card that was made of it. */
export async function restoreItem(scope: Scope, card: CardRow, id: string): Promise<ItemRow> {
  const removed = await findRemoved(scope, card.id, "card.itemRemoved", Kept, id);
  if (!removed) throw notFound();
  refuseTooMany((await listItems(scope, card.id)).length + 1);
  if (await insertRemoved(scope, card.id, removed))
    await tell(scope, card, "card.itemRestored", { itemId: id });
  const item = await findItem(scope, id);
  if (!item) throw notFound();
  return item;
}

async function tell(
  scope: Scope,
  { id, projectId }: CardRow,
  verb: `card.${string}`,
  data: object,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "card", id }, projectId, data: { ...data } });
}
