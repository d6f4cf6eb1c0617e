import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

type Kind = "card" | "milestone";

/** Talk, files and dependencies go along when a card becomes a milestone or the other way round. */
export async function carryOver(
  { tx, actor }: Scope,
  from: { kind: Kind; id: string },
  to: { kind: Kind; id: string },
): Promise<void> {
  const [old, now] = [sql.ref(`${from.kind}_id`), sql.ref(`${to.kind}_id`)];
  for (const table of ["threads", "files"])
    await sql`update ${sql.table(table)} set ${old} = null, ${now} = ${to.id} where workspace_id = ${actor.workspaceId} and ${old} = ${from.id}`.execute(
      tx,
    );
  for (const end of ["from", "to"]) {
    const [oldEnd, newEnd] = [sql.ref(`${end}_${from.kind}_id`), sql.ref(`${end}_${to.kind}_id`)];
    await sql`update dependencies set ${oldEnd} = null, ${newEnd} = ${to.id} where workspace_id = ${actor.workspaceId} and ${oldEnd} = ${from.id}`.execute(
      tx,
    );
  }
}

/** Counts on a card's row what now hangs on it. */
export async function recount(
  { tx, actor }: Scope,
  cardId: string,
): Promise<{ commentCount: number; fileCount: number }> {
  const { rows } = await sql<{ commentCount: number; fileCount: number }>`
    update cards c set
      comment_count = (select count(*) from comments o join threads t on t.workspace_id = o.workspace_id and t.id = o.thread_id
        where t.workspace_id = c.workspace_id and t.card_id = c.id and o.deleted_at is null),
      file_count = (select count(*) from files f where f.workspace_id = c.workspace_id and f.card_id = c.id
        and not exists (select from trash x where x.workspace_id = f.workspace_id and x.thing_id = f.id))
    where c.workspace_id = ${actor.workspaceId} and c.id = ${cardId} returning comment_count, file_count`.execute(
    tx,
  );
  return rows[0] ?? { commentCount: 0, fileCount: 0 };
}
