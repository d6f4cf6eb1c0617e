import type { Insertable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
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

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateProcedure(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<ProceduresTable>,
): Promise<boolean> {
  return updateSeen(tx, "procedures", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function removeProcedure({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("procedures")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
