import type { Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { WorkspacesTable } from "../db/schema.ts";

export type WorkspaceRow = Selectable<WorkspacesTable>;

export function findWorkspace({ tx, actor }: Scope): Promise<WorkspaceRow> {
  return readWorkspace(tx, actor.workspaceId);
}

export function readWorkspace(tx: Tx, workspaceId: string): Promise<WorkspaceRow> {
  return tx
    .selectFrom("workspaces")
    .selectAll()
    .where("workspaceId", "=", workspaceId)
    .executeTakeFirstOrThrow();
}

/** Writes only over the revision that was seen; false when somebody else was faster. */
export async function updateWorkspace(
  scope: Scope,
  revision: number,
  change: Updateable<WorkspacesTable>,
): Promise<boolean> {
  const result = await scope.tx
    .updateTable("workspaces")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
