import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { manyAfter } from "../kit/position.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import type { ColumnCategory } from "./card-access.store.ts";

export interface ColumnRow {
  id: string;
  projectId: string;
  name: string;
  category: ColumnCategory;
  wipLimit: number | null;
  position: string;
  revision: number;
}

/** A column through its project; 404 for who may not see that. */
export async function visibleColumn(scope: Scope, columnId: string) {
  const found = await findColumn(scope, columnId);
  if (!found) throw notFound();
  return { ...(await visibleProject(scope, found.projectId)), column: found };
}

export async function findColumn({ tx, actor }: Scope, id: string): Promise<ColumnRow | undefined> {
  const { rows } = await sql<ColumnRow>`
    select id, project_id, name, category, wip_limit, position, revision from columns
    where workspace_id = ${actor.workspaceId} and id = ${id}`.execute(tx);
  return rows[0];
}

export async function listColumns({ tx, actor }: Scope, projectId: string): Promise<ColumnRow[]> {
  const { rows } = await sql<ColumnRow>`
    select id, project_id, name, category, wip_limit, position, revision from columns
    where workspace_id = ${actor.workspaceId} and project_id = ${projectId} order by position collate "C"`.execute(
    tx,
  );
  return rows;
}

export async function insertColumn({ tx, actor }: Scope, column: Omit<ColumnRow, "revision">): Promise<void> {
  await tx
    .insertInto("columns")
    .values({ ...column, workspaceId: actor.workspaceId })
    .execute();
}

export async function updateColumn(
  { tx, actor }: Scope,
  id: string,
  revision: number | null,
  change: {
    name?: string | undefined;
    category?: ColumnCategory | undefined;
    wipLimit?: number | null | undefined;
    position?: string | undefined;
  },
): Promise<boolean> {
  let query = tx
    .updateTable("columns")
    .set(change)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id);
  if (revision !== null)
    query = query.set((row) => ({ revision: row("revision", "+", 1) })).where("revision", "=", revision);
  return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

/** Finished work that has been signed off with its milestone. */
const SIGNED_OFF = sql`exists (select from milestones m where m.workspace_id = cards.workspace_id and m.id = cards.milestone_id and m.state in ('accepted', 'dropped'))`;

/** Cards of a column whose kind changed: done is what lies in a column that says so, or was signed off. */
export async function restampCards(
  { tx, actor, now }: Scope,
  columnId: string,
  category: ColumnCategory,
): Promise<void> {
  await sql`update cards set
      started_at = case when ${category} = 'doing' then coalesce(started_at, ${now}::timestamptz) else started_at end,
      done_at = case when ${category} = 'done' then coalesce(done_at, ${now}::timestamptz) when ${SIGNED_OFF} then done_at end
    where workspace_id = ${actor.workspaceId} and column_id = ${columnId}`.execute(tx);
}

/** All cards of a column, archived ones and those in the trash too, to the end of another; tells how many. */
export async function moveAllCards(scope: Scope, from: string, to: ColumnRow): Promise<number> {
  const { tx, actor, now } = scope;
  const cards = await tx
    .selectFrom("cards")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("columnId", "=", from)
    .orderBy("position")
    .execute();
  const last = await tx
    .selectFrom("cards")
    .select((row) => row.fn.max("position").as("position"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("columnId", "=", to.id)
    .executeTakeFirst();
  const ids = cards.map(({ id }) => id);
  const positions = manyAfter(last?.position ?? null, ids.length);
  await sql`update cards c set column_id = ${to.id}, position = n.position, touched_at = ${now}
    from unnest(${ids}::uuid[], ${positions}::text[]) as n (id, position)
    where c.workspace_id = ${actor.workspaceId} and c.id = n.id`.execute(tx);
  return ids.length;
}

export async function countInColumn({ tx, actor }: Scope, columnId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cards where workspace_id = ${actor.workspaceId} and column_id = ${columnId}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

export async function deleteColumn({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("columns").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}
