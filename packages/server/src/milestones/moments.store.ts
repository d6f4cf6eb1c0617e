import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";

/** What was reached so long ago is news to nobody, also where it was never seen. */
const NEWS_MS = 45 * 86_400_000;

interface Whose {
  workspaceId: string;
  projectId: string;
  personId: string;
  now: Date;
}

export interface UnseenMoment {
  milestoneId: string;
  acceptedAt: Date;
  /** Who accepted it: the owner, or who decided for the client. */
  by: string | null;
}

/** Milestones of the project that were accepted while this person was there, and that they have not been shown yet; the newest first. */
export async function unseenMoments(
  tx: Tx,
  { workspaceId, projectId, personId, now }: Whose,
): Promise<UnseenMoment[]> {
  const rows = await tx
    .selectFrom("milestoneMoves as o")
    .innerJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "o.workspaceId").onRef("m.id", "=", "o.milestoneId"),
    )
    .innerJoin("persons as me", (on) =>
      on.onRef("me.workspaceId", "=", "o.workspaceId").on("me.id", "=", personId),
    )
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "o.workspaceId").onRef("q.id", "=", "o.personId"),
    )
    .distinctOn("o.milestoneId")
    .select(["o.milestoneId", "o.createdAt as acceptedAt", "q.name as by"])
    .where("o.workspaceId", "=", workspaceId)
    .where("m.projectId", "=", projectId)
    .where("m.state", "=", "accepted")
    .where("o.toState", "=", "accepted")
    .where("o.createdAt", ">", new Date(now.getTime() - NEWS_MS))
    .whereRef("o.createdAt", ">=", "me.createdAt")
    .where(notInTrash("m.workspaceId", "m.id"))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("reachedMoments as r")
            .select("r.milestoneId")
            .whereRef("r.workspaceId", "=", "m.workspaceId")
            .whereRef("r.milestoneId", "=", "m.id")
            .where("r.personId", "=", personId),
        ),
      ),
    )
    .orderBy("o.milestoneId")
    .orderBy("o.createdAt", "desc")
    .execute();
  return rows.sort((a, b) => b.acceptedAt.getTime() - a.acceptedAt.getTime());
}

/** Once for each person; a second telling changes nothing. */
export async function markMoments(
  tx: Tx,
  { workspaceId, personId, now }: Omit<Whose, "projectId">,
  milestoneIds: readonly string[],
): Promise<void> {
  if (milestoneIds.length === 0) return;
  await tx
    .insertInto("reachedMoments")
    .values(
      milestoneIds.map((milestoneId) => ({
        workspaceId,
        milestoneId,
        personId,
        seenAt: now,
        createdAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
