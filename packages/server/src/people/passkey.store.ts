import type { Tx } from "../db/database.ts";

export interface PasskeyRow {
  id: string;
  name: string | null;
  createdAt: Date | null;
  backedUp: boolean;
}

export async function passkeysOfUser(tx: Tx, userId: string): Promise<PasskeyRow[]> {
  return tx
    .selectFrom("auth.passkey")
    .select(["id", "name", "createdAt", "backedUp"])
    .where("userId", "=", userId)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(100)
    .execute();
}

export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("auth.passkey")
    .where("userId", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
