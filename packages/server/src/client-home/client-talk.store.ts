import type { PortalTx } from "../db/database.ts";

export interface Said {
  id: string;
  authorId: string | null;
  authorName: string | null;
  body: string;
  createdAt: Date;
}

/** The newest words of the thread that both sides read, oldest first: of the project, of one of its milestones, or under a message. */
export async function lastSaid(
  tx: PortalTx,
  projectId: string,
  { milestoneId = null, messageId = null }: { milestoneId?: string | null; messageId?: string | null },
  limit: number,
): Promise<Said[]> {
  const rows = await tx
    .selectFrom("portal.comments as c")
    .innerJoin("portal.threads as t", "t.id", "c.threadId")
    .select(["c.id", "c.authorId", "c.authorName", "c.body", "c.createdAt"])
    .where("t.projectId", "=", projectId)
    .where("t.milestoneId", "is not distinct from", milestoneId)
    .where("t.messageId", "is not distinct from", messageId)
    .where("t.objectiveId", "is", null)
    .where("t.cardId", "is", null)
    .orderBy("c.createdAt", "desc")
    .orderBy("c.id", "desc")
    .limit(limit)
    .execute();
  return rows.toReversed();
}
