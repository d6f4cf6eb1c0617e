import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { manyAfter } from "../kit/position.ts";
import { type CardAccess, visibleCard } from "./card-access.store.ts";

export interface ItemRow {
  id: string;
  cardId: string;
  heading: string;
  text: string;
  position: string;
  doneAt: Date | null;
  doneBy: string | null;
  revision: number;
}

const FIELDS = ["id", "cardId", "heading", "text", "position", "doneAt", "doneBy", "revision"] as const;

/** An item through its card; 404 for who may not see that. */
export async function visibleItem(scope: Scope, itemId: string): Promise<CardAccess & { item: ItemRow }> {
  const item = await findItem(scope, itemId);
  if (!item) throw notFound();
  return { ...(await visibleCard(scope, item.cardId)), item };
}

export function findItem({ tx, actor }: Scope, id: string): Promise<ItemRow | undefined> {
  return tx
    .selectFrom("checklistItems")
    .select(FIELDS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function listItems({ tx, actor }: Scope, cardId: string): Promise<ItemRow[]> {
  return tx
    .selectFrom("checklistItems")
    .select(FIELDS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("cardId", "=", cardId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export interface NewItem {
  id: string;
  heading: string;
  text: string;
}

/** Items at one spot and below it, in their order, counted on the card. */
export async function insertItems(
  scope: Scope,
  cardId: string,
  items: readonly NewItem[],
  first: string,
): Promise<string[]> {
  const { tx, actor } = scope;
  const positions = [first, ...manyAfter(first, items.length - 1)];
  const column = (key: keyof NewItem) => items.map((item) => item[key]);
  await sql`
    with counted as (${touched(scope, cardId, sql`item_count = item_count + ${items.length}`)})
    insert into checklist_items (workspace_id, id, card_id, heading, text, position)
    select ${actor.workspaceId}, i.id, ${cardId}, i.heading, i.text, i.position
    from unnest(${column("id")}::uuid[], ${column("heading")}::text[], ${column("text")}::text[], ${positions}::text[]) as i (id, heading, text, position)`.execute(
    tx,
  );
  return positions;
}

/** Ticks only what still is as it was seen. */
export async function tickItem(
  scope: Scope,
  item: ItemRow,
  done: boolean,
  expected: boolean,
): Promise<boolean> {
  const { tx, actor, now } = scope;
  const { rows } = await sql<{ id: string }>`
    with ticked as (
      update checklist_items set done_at = ${done ? now : null}::timestamptz, done_by = ${done ? actor.personId : null}::uuid
      where workspace_id = ${actor.workspaceId} and id = ${item.id} and (done_at is not null) = ${expected} returning id
    ), counted as (${touched(scope, item.cardId, sql`item_done_count = item_done_count + ${Number(done) - Number(expected)}`)} and exists (select from ticked))
    select id from ticked`.execute(tx);
  return rows.length === 1;
}

export async function updateItem(
  scope: Scope,
  item: ItemRow,
  change: { heading?: string | undefined; text?: string | undefined; position?: string | undefined },
  revision: number | null,
): Promise<boolean> {
  const { tx, actor } = scope;
  let query = tx
    .updateTable("checklistItems")
    .set(change)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", item.id);
  if (revision !== null)
    query = query.set((row) => ({ revision: row("revision", "+", 1) })).where("revision", "=", revision);
  const written = (await query.executeTakeFirst()).numUpdatedRows === 1n;
  if (written) await touched(scope, item.cardId).execute(tx);
  return written;
}

export async function deleteItem(scope: Scope, item: ItemRow): Promise<void> {
  const { tx, actor } = scope;
  await sql`
    with gone as (
      delete from checklist_items where workspace_id = ${actor.workspaceId} and id = ${item.id} returning (done_at is not null)::int as done
    ) ${touched(scope, item.cardId, sql`item_count = item_count - (select count(*) from gone), item_done_count = item_done_count - coalesce((select sum(done) from gone), 0)`)}`.execute(
    tx,
  );
}

/** Counts are kept on the card's row, so that the board does not count. */
function touched({ actor, now }: Scope, cardId: string, counts?: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`update cards set touched_at = ${now}::timestamptz ${counts ? sql`, ${counts}` : sql``} where workspace_id = ${actor.workspaceId} and id = ${cardId}`;
}
