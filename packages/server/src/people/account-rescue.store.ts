import type { Tx } from "../db/database.ts";

/** True when the member was not an owner before. */
export async function makeOwner(tx: Tx, workspaceId: string, personId: string): Promise<boolean> {
  const result = await tx
    .updateTable("members")
    .set((row) => ({ role: "owner", revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("status", "=", "active")
    .where("role", "!=", "owner")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function dropSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom("auth.twoFactor").where("userId", "=", userId).execute();
  await tx.updateTable("auth.user").set({ twoFactorEnabled: false }).where("id", "=", userId).execute();
}
