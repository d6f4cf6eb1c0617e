import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { DeliverablesTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export type DeliverableRow = Selectable<DeliverablesTable>;

export async function findDeliverable({ tx, actor }: Scope, id: string): Promise<DeliverableRow | undefined> {
  return tx
    .selectFrom("deliverables")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertDeliverable({ tx }: Scope, row: Insertable<DeliverablesTable>): Promise<void> {
  await tx.insertInto("deliverables").values(row).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateDeliverable(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<DeliverablesTable>,
): Promise<boolean> {
  return updateSeen(tx, "deliverables", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function removeDeliverable({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("deliverables")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function isFileOfProject(
  { tx, actor }: Scope,
  projectId: string,
  fileId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom("files as f")
    .select("f.id")
    .where("f.workspaceId", "=", actor.workspaceId)
    .where("f.projectId", "=", projectId)
    .where("f.id", "=", fileId)
    .where(notInTrash("f.workspaceId", "f.id"))
    .executeTakeFirst();
  return row !== undefined;
}
