import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface ReactionRow {
  word: string;
  id: string;
  name: string;
}

export type ReactedTo = "comment" | "message";
const OF = {
  comment: { table: sql.table("comment_reactions"), column: sql.ref("comment_id") },
  message: { table: sql.table("message_reactions"), column: sql.ref("message_id") },
} as const;

/** What people answered a row with, the first of each word first. */
export function reactionsOn(kind: ReactedTo, alias: string): RawBuilder<ReactionRow[]> {
  const { table, column } = OF[kind];
  return sql<
    ReactionRow[]
  >`(select coalesce(json_agg(json_build_object('word', re.word, 'id', re.person_id, 'name', rp.name) order by re.created_at, re.person_id), '[]')
    from ${table} re join persons rp on rp.workspace_id = re.workspace_id and rp.id = re.person_id
    where re.workspace_id = ${sql.ref(`${alias}.workspace_id`)} and re.${column} = ${sql.ref(`${alias}.id`)})`;
}

/** False when it is there already. */
export async function insertReaction(
  { tx, actor, now }: Scope,
  kind: ReactedTo,
  id: string,
  word: string,
): Promise<boolean> {
  const { table, column } = OF[kind];
  const { rows } = await sql`insert into ${table} (workspace_id, ${column}, person_id, word, created_at)
    values (${actor.workspaceId}, ${id}, ${actor.personId}, ${word}, ${now}) on conflict do nothing returning word`.execute(
    tx,
  );
  return rows.length === 1;
}

export async function removeReaction(
  { tx, actor }: Scope,
  kind: ReactedTo,
  id: string,
  word: string,
): Promise<boolean> {
  const { table, column } = OF[kind];
  const { rows } =
    await sql`delete from ${table} where workspace_id = ${actor.workspaceId} and ${column} = ${id}
    and person_id = ${actor.personId} and word = ${word} returning word`.execute(tx);
  return rows.length === 1;
}
