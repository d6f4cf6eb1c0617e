import type { PortalTx } from "../db/database.ts";

/** Whether this person has answered what they were told; null where it was not sent to them. */
export interface OwnReceipt {
  acknowledgedAt: Date | null;
  questionedAt: Date | null;
}

/** What this person said to publications of this project, by their ids. */
export async function ownReceipts(tx: PortalTx, projectId: string): Promise<ReadonlyMap<string, OwnReceipt>> {
  const rows = await tx
    .selectFrom("portal.noticeReceipts as r")
    .innerJoin("portal.publications as p", "p.id", "r.publicationId")
    .select(["r.publicationId", "r.acknowledgedAt", "r.questionedAt"])
    .where("p.projectId", "=", projectId)
    .execute();
  return new Map(rows.map(({ publicationId, ...receipt }) => [publicationId, receipt]));
}

/** A publication that this person was told of. */
export function toldPublication(
  tx: PortalTx,
  projectId: string,
  id: string,
): Promise<{ id: string; n: number } | undefined> {
  return tx
    .selectFrom("portal.publications as p")
    .innerJoin("portal.noticeReceipts as r", "r.publicationId", "p.id")
    .select(["p.id", "p.n"])
    .where("p.projectId", "=", projectId)
    .where("p.id", "=", id)
    .executeTakeFirst();
}
