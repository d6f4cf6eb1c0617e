import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";

export interface UntoldPublication {
  workspaceId: string;
  projectId: string;
  id: string;
}

/** Publications whose two minutes are over and of which nobody has been told. */
export async function untoldPublications(
  maintenance: Tx,
  now: Date,
  limit: number,
): Promise<UntoldPublication[]> {
  return maintenance
    .selectFrom("publications as p")
    .select(["p.workspaceId", "p.projectId", "p.id"])
    .where("p.withdrawnAt", "is", null)
    .where("p.toldAt", "is", null)
    .where("p.heldUntil", "<=", now)
    .where(notInTrash("p.workspaceId", "p.projectId"))
    .orderBy("p.heldUntil")
    .limit(limit)
    .execute();
}

/** Of those who would tell it one does; false for everybody else. */
export async function claimTelling(
  tx: Tx,
  { workspaceId, id }: Pick<UntoldPublication, "workspaceId" | "id">,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable("publications")
    .set({ toldAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .where("toldAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
