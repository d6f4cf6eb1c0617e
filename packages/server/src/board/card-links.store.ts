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
