import type { Insertable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ProceduresTable } from "../db/schema.ts";

export async function listProcedures({ tx, actor }: Scope) {
  return tx
    .selectFrom("procedures")
    .select(["id", "name", "steps", "revision"])
    .where("workspaceId", "=", actor.workspaceId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export async function findProcedure({ tx, actor }: Scope, id: string) {
  return tx
    .selectFrom("procedures")
    .select(["id", "name", "steps", "revision"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export type ProcedureRow = NonNullable<Awaited<ReturnType<typeof findProcedure>>>;

export async function insertProcedure({ tx }: Scope, row: Insertable<ProceduresTable>): Promise<void> {
  await tx.insertInto("procedures").values(row).execute();
}

/** Writes only over the revision that was seen; false when somebody else was faster. */
export async function updateProcedure(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<ProceduresTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable("procedures")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function removeProcedure({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("procedures")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
