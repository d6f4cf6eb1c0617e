import type { Tx } from "../db/database.ts";

interface Contact {
  workspaceId: string;
  personId: string;
}

/** The sign-in of a contact; null while they have chosen no password. */
export async function findAccount(tx: Tx, { workspaceId, personId }: Contact): Promise<string | null> {
  const row = await tx
    .selectFrom("contacts")
    .select("userId")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return row?.userId ?? null;
}

/** False when somebody was faster, or the person is no contact any more. */
export async function giveAccount(
  tx: Tx,
  { workspaceId, personId }: Contact,
  userId: string,
): Promise<boolean> {
  const result = await tx
    .updateTable("contacts")
    .set({ userId })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("userId", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
