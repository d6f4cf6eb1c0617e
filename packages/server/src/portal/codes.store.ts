import type { Selectable } from "kysely";
import type { Tx } from "../db/database.ts";
import type { SignInCodesTable } from "../db/schema.ts";

export type CodeRow = Selectable<SignInCodesTable>;

export async function insertCode(
  tx: Tx,
  code: Pick<CodeRow, "workspaceId" | "id" | "personId" | "hash" | "expiresAt">,
): Promise<void> {
  await tx
    .insertInto("signInCodes")
    .values({ ...code, usedAt: null })
    .execute();
}

/** Only the newest code counts. */
export async function newestCode(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<CodeRow | undefined> {
  return tx
    .selectFrom("signInCodes")
    .selectAll()
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Counts the try; false when all tries are used. */
export async function countCodeTry(tx: Tx, { workspaceId, id }: CodeRow, most: number): Promise<boolean> {
  const result = await tx
    .updateTable("signInCodes")
    .set((row) => ({ tries: row("tries", "+", 1) }))
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("tries", "<", most)
    .where("usedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** True for exactly one caller. */
export async function spendCode(
  tx: Tx,
  { workspaceId, id }: CodeRow,
  hash: string,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable("signInCodes")
    .set({ usedAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("hash", "=", hash)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
