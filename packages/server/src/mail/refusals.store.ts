import type { Tx } from "../db/database.ts";
import type { Unsubscribing } from "./unsubscribe.ts";

/** False when these mails were switched off before. */
export async function insertRefusal(tx: Tx, wish: Unsubscribing): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("mailRefusals")
    .values(wish)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What waits for its time does not leave any more. */
export async function refuseWaiting(tx: Tx, { workspaceId, personId, kind }: Unsubscribing): Promise<void> {
  await tx
    .updateTable("mails")
    .set({ state: "refused" })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("kind", "=", kind)
    .where("state", "in", ["queued", "outbox"])
    .execute();
}

/** False when nothing was switched off. */
export async function deleteRefusal(
  tx: Tx,
  { workspaceId, personId, kind }: Unsubscribing,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("mailRefusals")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function refusedKinds(tx: Tx, workspaceId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("mailRefusals")
    .select("kind")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .execute();
  return rows.map(({ kind }) => kind);
}

/** In which language, and in whose name, a page speaks to them; undefined when they are gone. */
export function findReader(
  tx: Tx,
  { workspaceId, personId }: Pick<Unsubscribing, "workspaceId" | "personId">,
): Promise<{ language: string; workspace: string } | undefined> {
  return tx
    .selectFrom("persons as p")
    .innerJoin("workspaces as w", "w.workspaceId", "p.workspaceId")
    .select(["p.language", "w.name as workspace"])
    .where("p.workspaceId", "=", workspaceId)
    .where("p.id", "=", personId)
    .executeTakeFirst();
}
