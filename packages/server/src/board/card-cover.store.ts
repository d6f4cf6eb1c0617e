import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { COVER } from "./card-access.store.ts";

/** The newest version of a picture among the card's files; undefined for everything else. */
export async function pictureOfCard(
  { tx, actor }: Scope,
  cardId: string,
  fileId: string,
): Promise<number | undefined> {
  const guest = actor.role === "guest" ? sql`and f.audience = 'team'` : sql``;
  const { rows } = await sql<{ n: number }>`select v.n from files f
    join file_versions v on v.workspace_id = f.workspace_id and v.file_id = f.id
    join blobs b on b.workspace_id = v.workspace_id and b.sha256 = v.sha256 and b.media_type like 'image/%'
    where f.workspace_id = ${actor.workspaceId} and f.id = ${fileId} and f.card_id = ${cardId} ${guest} and ${notInTrash("f.workspace_id", "f.id")}
      and v.n = (select max(n) from file_versions x where x.workspace_id = f.workspace_id and x.file_id = f.id)`.execute(
    tx,
  );
  return rows[0]?.n;
}

/** The cover that is shown now; whoever else changes the card waits until this transaction is done. */
export async function heldCover({ tx, actor }: Scope, cardId: string): Promise<string | null> {
  const here = sql`from cards c where c.workspace_id = ${actor.workspaceId} and c.id = ${cardId}`;
  await sql`select ${here} for no key update`.execute(tx);
  const { rows } = await sql<{
    fileId: string | null;
  }>`select (select v.file_id from (${COVER}) v) as file_id ${here}`.execute(tx);
  return rows[0]?.fileId ?? null;
}
