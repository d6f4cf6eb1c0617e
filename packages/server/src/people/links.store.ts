import type { Insertable, Selectable } from "kysely";
import type { Tx } from "../db/database.ts";
import type { LinksTable } from "../db/schema.ts";

export type LinkRow = Selectable<LinksTable>;

export async function insertLink(tx: Tx, link: Insertable<LinksTable>): Promise<void> {
  await tx.insertInto("links").values(link).execute();
}

export async function findLink(tx: Tx, workspaceId: string, id: string): Promise<LinkRow | undefined> {
  return tx
    .selectFrom("links")
    .selectAll()
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** True for exactly one caller, however many try at once. */
export async function consumeLink(tx: Tx, { workspaceId, id }: LinkRow, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable("links")
    .set({ consumedAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("consumedAt", "is", null)
    .where("supersededAt", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Older links to the same door close when a newer one is made, or when the door is gone. */
export async function supersedeLinks(
  tx: Tx,
  workspaceId: string,
  door: { userId: string; kind: string } | { invitationId: string },
  now: Date,
): Promise<void> {
  let query = tx.updateTable("links").set({ supersededAt: now }).where("workspaceId", "=", workspaceId);
  query =
    "invitationId" in door
      ? query.where("invitationId", "=", door.invitationId)
      : query.where("userId", "=", door.userId).where("kind", "=", door.kind);
  await query.where("consumedAt", "is", null).where("supersededAt", "is", null).execute();
}

/** The links of these invitations that went by mail, the newest last. */
export async function mailedLinks(
  tx: Tx,
  workspaceId: string,
  invitationIds: readonly string[],
): Promise<Pick<LinkRow, "id" | "invitationId">[]> {
  if (invitationIds.length === 0) return [];
  return tx
    .selectFrom("links")
    .select(["id", "invitationId"])
    .where("workspaceId", "=", workspaceId)
    .where("invitationId", "in", invitationIds)
    .where("handedOverBy", "is", null)
    .orderBy("id")
    .execute();
}
