import type { Tx } from "../db/database.ts";

/** Milestones that were accepted since this person opened their page the last time; none for a first visit. */
export async function acceptedSinceLastView(
  tx: Tx,
  { workspaceId, projectId, personId }: { workspaceId: string; projectId: string; personId: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("milestoneMoves as o")
    .innerJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "o.workspaceId").onRef("m.id", "=", "o.milestoneId"),
    )
    .select("o.milestoneId")
    .distinct()
    .where("o.workspaceId", "=", workspaceId)
    .where("m.projectId", "=", projectId)
    .where("o.toState", "=", "accepted")
    .where("o.createdAt", ">", (row) =>
      row
        .selectFrom("portalViews as v")
        .select((view) => view.fn.max("v.fetchedAt").as("at"))
        .where("v.workspaceId", "=", workspaceId)
        .where("v.projectId", "=", projectId)
        .where("v.personId", "=", personId)
        .where("v.page", "=", "home"),
    )
    .execute();
  return rows.map(({ milestoneId }) => milestoneId);
}
