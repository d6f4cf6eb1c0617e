import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { type ItemRow, touched } from "./checklist.store.ts";

/** A line as its row said it. */
export interface RemovedItem extends Omit<ItemRow, "cardId" | "madeCard"> {
  madeCardId: string | null;
}

/** What went; undefined when somebody else was faster. */
export async function deleteItem(scope: Scope, item: ItemRow): Promise<RemovedItem | undefined> {
  const { tx, actor } = scope;
  const { rows } = await sql<RemovedItem>`
    with gone as (
      delete from checklist_items where workspace_id = ${actor.workspaceId} and id = ${item.id}
      returning id, heading, text, position, done_at, done_by, person_id, due_on, made_card_id, revision
    ), counted as (${touched(scope, item.cardId, sql`item_count = item_count - (select count(*) from gone), item_done_count = item_done_count - (select count(done_at) from gone)`)})
    select * from gone`.execute(tx);
  return rows[0];
}

/** False when the line stands there already. */
export async function insertRemoved(scope: Scope, cardId: string, item: RemovedItem): Promise<boolean> {
  const { tx, actor } = scope;
  const { id, heading, text, position, doneAt, doneBy, personId, dueOn, madeCardId, revision } = item;
  const { rows } = await sql<{ id: string }>`
    with back as (
      insert into checklist_items (workspace_id, id, card_id, heading, text, position, done_at, done_by, person_id, due_on, made_card_id, revision)
      values (${actor.workspaceId}, ${id}, ${cardId}, ${heading}, ${text}, ${position}, ${doneAt}, ${doneBy}, ${personId}, ${dueOn},
        (select m.id from cards m where m.workspace_id = ${actor.workspaceId} and m.id = ${madeCardId}::uuid), ${revision})
      on conflict do nothing returning id, done_at
    ), counted as (${touched(scope, cardId, sql`item_count = item_count + (select count(*) from back), item_done_count = item_done_count + (select count(done_at) from back)`)})
    select id from back`.execute(tx);
  return rows.length === 1;
}
