import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { FixedDatesTable } from "../db/schema.ts";

export type FixedDateRow = Selectable<FixedDatesTable>;

export async function listFixedDates({ tx, actor }: Scope, projectId: string): Promise<FixedDateRow[]> {
  return tx
    .selectFrom("fixedDates")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("onDate")
    .orderBy("id")
    .execute();
}

export async function findFixedDate({ tx, actor }: Scope, id: string): Promise<FixedDateRow | undefined> {
  return tx
    .selectFrom("fixedDates")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertFixedDate({ tx }: Scope, row: Insertable<FixedDatesTable>): Promise<void> {
  await tx.insertInto("fixedDates").values(row).execute();
}

/** Writes only over the revision that was seen; false when somebody else was faster. */
export async function updateFixedDate(
  scope: Scope,
  id: string,
  revision: number,
  change: Updateable<FixedDatesTable>,
): Promise<boolean> {
  const result = await scope.tx
    .updateTable("fixedDates")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteFixedDate({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("fixedDates")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
