import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { inChunks } from "../db/in-chunks.ts";
import type { TrashTable } from "../db/schema.ts";

export interface TrashRow {
  id: string;
  kind: string;
  thingId: string;
  title: string;
  projectId: string | null;
  personId: string | null;
  createdAt: Date;
}

/** False when it lies in the trash already. */
export async function insertTrash({ tx }: Scope, row: Insertable<TrashTable>): Promise<boolean> {
  const written = await tx
    .insertInto("trash")
    .values(row)
    .onConflict((conflict) => conflict.columns(["workspaceId", "thingId"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return written !== undefined;
}

/** Tells which of them did not lie there already. */
export async function insertManyTrash(
  { tx }: Scope,
  rows: readonly Insertable<TrashTable>[],
): Promise<Set<string>> {
  const written = new Set<string>();
  await inChunks(rows, async (some) => {
    const found = await tx
      .insertInto("trash")
      .values(some)
      .onConflict((conflict) => conflict.columns(["workspaceId", "thingId"]).doNothing())
      .returning("thingId")
      .execute();
    for (const { thingId } of found) written.add(thingId);
  });
  return written;
}

/** Newest first; `before` is the last id of the page before. */
export async function listTrash(
  { tx, actor }: Scope,
  filter: {
    projectId?: string | undefined;
    id?: string;
    before?: string | undefined;
    since?: Date;
    deletedBy?: string | undefined;
    limit: number;
  },
): Promise<TrashRow[]> {
  let query = tx
    .selectFrom("trash")
    .select(["id", "kind", "thingId", "title", "projectId", "personId", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .orderBy("id", "desc")
    .limit(filter.limit);
  if (filter.projectId) query = query.where("projectId", "=", filter.projectId);
  if (filter.id) query = query.where("id", "=", filter.id);
  if (filter.before) query = query.where("id", "<", filter.before);
  if (filter.deletedBy) query = query.where("personId", "=", filter.deletedBy);
  if (filter.since) query = query.where("createdAt", ">", filter.since);
  return query.execute();
}

/** Of these things what lies in the trash. */
export async function findTrashed({ tx, actor }: Scope, thingIds: readonly string[]): Promise<TrashRow[]> {
  return tx
    .selectFrom("trash")
    .select(["id", "kind", "thingId", "title", "projectId", "personId", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where((is) => is("thingId", "=", is.fn.any(is.val([...thingIds]))))
    .orderBy("thingId")
    .execute();
}

export async function deleteTrash({ tx, actor }: Scope, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("trash")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
