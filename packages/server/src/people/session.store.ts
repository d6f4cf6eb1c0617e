import type { Tx } from "../db/database.ts";

export interface SessionRow {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

export async function sessionsOfUser(tx: Tx, userId: string, now: Date): Promise<SessionRow[]> {
  return tx
    .selectFrom("auth.session")
    .select(["id", "createdAt", "expiresAt", "ipAddress", "userAgent"])
    .where("userId", "=", userId)
    .where("expiresAt", ">", now)
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .limit(200)
    .execute();
}

/** Only a session of this user; false when there is none of that id. */
export async function endSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("auth.session")
    .where("userId", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function endSessionOf(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom("auth.session").where("token", "=", tokenHash).execute();
}

/** After a new password nobody stays signed in, but the session that changed it. */
export async function endSessionsOfUser(tx: Tx, userId: string, except: string | null = null): Promise<void> {
  let query = tx.deleteFrom("auth.session").where("userId", "=", userId);
  if (except) query = query.where("id", "!=", except);
  await query.execute();
}
