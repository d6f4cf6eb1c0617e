import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface LinkRow {
  id: string;
  title: string;
  url: string;
}

/** Counts inside the statement, so that two at once do not pass the bound together by much; false when it is reached. */
export async function insertLink(
  scope: Scope,
  cardId: string,
  link: LinkRow,
  most: number,
): Promise<boolean> {
  const { tx, actor, now } = scope;
  const { rows } = await sql<{ id: string }>`
    with touched as (update cards set touched_at = ${now} where workspace_id = ${actor.workspaceId} and id = ${cardId})
    insert into card_links (workspace_id, id, card_id, title, url)
    select ${actor.workspaceId}, ${link.id}, ${cardId}, ${link.title}, ${link.url}
    where (select count(*) from card_links where workspace_id = ${actor.workspaceId} and card_id = ${cardId}) < ${most}
    returning id`.execute(tx);
  return rows.length === 1;
}

export async function deleteLink(
  { tx, actor }: Scope,
  cardId: string,
  linkId: string,
): Promise<LinkRow | undefined> {
  return tx
    .deleteFrom("cardLinks")
    .where("workspaceId", "=", actor.workspaceId)
    .where("cardId", "=", cardId)
    .where("id", "=", linkId)
    .returning(["id", "title", "url"])
    .executeTakeFirst();
}

/** Text of a custom field; false when the field is not of the card's project. */
export async function writeValue(
  scope: Scope,
  card: { id: string; projectId: string },
  fieldId: string,
  value: string,
): Promise<boolean> {
  const { tx, actor, now } = scope;
  const { rows } = await sql<{ id: string }>`
    with touched as (update cards set touched_at = ${now} where workspace_id = ${actor.workspaceId} and id = ${card.id}),
    field as (select id from custom_fields where workspace_id = ${actor.workspaceId} and id = ${fieldId} and project_id = ${card.projectId}),
    emptied as (
      delete from card_values v using field f where ${value} = '' and v.workspace_id = ${actor.workspaceId} and v.card_id = ${card.id} and v.field_id = f.id
    ), written as (
      insert into card_values (workspace_id, card_id, field_id, value)
      select ${actor.workspaceId}, ${card.id}, id, ${value} from field where ${value} <> ''
      on conflict (workspace_id, card_id, field_id) do update set value = excluded.value
    )
    select id from field`.execute(tx);
  return rows.length === 1;
}
