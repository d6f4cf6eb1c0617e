import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { notFound } from "../kit/errors.ts";
import { manyAfter } from "../kit/position.ts";
import { type CardAccess, visibleCard } from "./card-access.store.ts";
import { peopleOfProject } from "./project-people.store.ts";

export interface ItemRow {
  id: string;
  cardId: string;
  heading: string;
  text: string;
  position: string;
  doneAt: Date | null;
  doneBy: string | null;
  personId: string | null;
  dueOn: string | null;
  /** The card that was made of it, for whoever may see that. */
  madeCard: MadeCard | null;
  revision: number;
}

export interface MadeCard {
  id: string;
  ref: string;
  title: string;
  done: boolean;
}

const FIELDS = [
  "id",
  "cardId",
  "heading",
  "text",
  "position",
  "doneAt",
  "doneBy",
  "personId",
  "dueOn",
  "revision",
] as const;

/** The card that a line became, unless that is in the trash; a guest learns only of cards that carry them. */
export function madeCardOf({ actor }: Scope, line: string): RawBuilder<MadeCard | null> {
  const own = sql`and exists (select from card_people g where g.workspace_id = m.workspace_id and g.card_id = m.id and g.person_id = ${actor.personId})`;
  return sql<MadeCard | null>`(select json_build_object('id', m.id, 'ref', p.key || '-' || m.number, 'title', m.title, 'done', m.done_at is not null)
    from cards m join projects p on p.workspace_id = m.workspace_id and p.id = m.project_id
    where m.workspace_id = ${sql.ref(`${line}.workspace_id`)} and m.id = ${sql.ref(`${line}.made_card_id`)} and ${notInTrash("m.workspace_id", "m.id")}
      ${actor.role === "guest" ? own : sql``})`;
}

/** An item through its card; 404 for who may not see that. */
export async function visibleItem(scope: Scope, itemId: string): Promise<CardAccess & { item: ItemRow }> {
  const item = await findItem(scope, itemId);
  if (!item) throw notFound();
  return { ...(await visibleCard(scope, item.cardId)), item };
}

export function findItem(scope: Scope, id: string): Promise<ItemRow | undefined> {
  const { tx, actor } = scope;
  return tx
    .selectFrom("checklistItems")
    .select(FIELDS)
    .select(madeCardOf(scope, "checklist_items").as("madeCard"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function listItems(scope: Scope, cardId: string): Promise<ItemRow[]> {
  const { tx, actor } = scope;
  return tx
    .selectFrom("checklistItems")
    .select(FIELDS)
    .select(madeCardOf(scope, "checklist_items").as("madeCard"))
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
  personId: string | null;
  dueOn: string | null;
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
    insert into checklist_items (workspace_id, id, card_id, heading, text, person_id, due_on, position)
    select ${actor.workspaceId}, i.id, ${cardId}, i.heading, i.text, i.person_id, i.due_on, i.position
    from unnest(${column("id")}::uuid[], ${column("heading")}::text[], ${column("text")}::text[], ${column("personId")}::uuid[], ${column("dueOn")}::date[],
      ${positions}::text[]) as i (id, heading, text, person_id, due_on, position)`.execute(tx);
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

/** Who does it, or by when: only over what the writer saw. */
export async function planItem(
  scope: Scope,
  item: ItemRow,
  part: "personId" | "dueOn",
  value: string | null,
  expected: string | null,
): Promise<boolean> {
  const { tx, actor } = scope;
  const written = await tx
    .updateTable("checklistItems")
    .set({ [part]: value })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", item.id)
    .where(part, "is not distinct from", expected)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) return false;
  await touched(scope, item.cardId).execute(tx);
  return true;
}

/** Which of these people can be given a line: those of the project, and of its guests those on the card. */
export async function doersAmong(
  scope: Scope,
  card: { id: string; projectId: string },
  people: readonly string[],
): Promise<Set<string>> {
  const { actor, tx } = scope;
  const { rows } = await sql<{ personId: string }>`
    select p.person_id from (${peopleOfProject(scope, card.projectId)}) p
    join members m on m.workspace_id = ${actor.workspaceId} and m.person_id = p.person_id
    where p.person_id = any(${people}::uuid[]) and (m.role <> 'guest' or exists (select from card_people g
      where g.workspace_id = m.workspace_id and g.card_id = ${card.id} and g.person_id = m.person_id))`.execute(
    tx,
  );
  return new Set(rows.map(({ personId }) => personId));
}

/** Ticked, with the way to the card that was made of it; null opens it again. False when somebody ticked it meanwhile. */
export async function setMadeCard(scope: Scope, item: ItemRow, madeCardId: string | null): Promise<boolean> {
  const { tx, actor, now } = scope;
  const done = madeCardId !== null;
  const { rows } = await sql<{ id: string }>`
    with made as (
      update checklist_items set made_card_id = ${madeCardId}::uuid, done_at = ${done ? now : null}::timestamptz, done_by = ${done ? actor.personId : null}::uuid
      where workspace_id = ${actor.workspaceId} and id = ${item.id} and (done_at is null) = ${done} returning id
    ), counted as (${touched(scope, item.cardId, sql`item_done_count = item_done_count + ${done ? 1 : -1}`)} and exists (select from made))
    select id from made`.execute(tx);
  return rows.length === 1;
}

/** Counts are kept on the card's row, so that the board does not count. */
export function touched(
  { actor, now }: Scope,
  cardId: string,
  counts?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`update cards set touched_at = ${now}::timestamptz ${counts ? sql`, ${counts}` : sql``} where workspace_id = ${actor.workspaceId} and id = ${cardId}`;
}
