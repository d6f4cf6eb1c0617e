import type { PortalTx } from "../db/database.ts";

/** Who of the client approved these milestones as completed, by milestone; empty where the team itself did. */
export async function approversOf(
  tx: PortalTx,
  milestoneIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (milestoneIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("portal.approvals as a")
    .innerJoin("portal.decisions as d", "d.approvalId", "a.id")
    .innerJoin("portal.people as p", (on) =>
      on.onRef("p.id", "=", "d.personId").onRef("p.projectId", "=", "a.projectId"),
    )
    .select(["a.milestoneId", "p.name"])
    .distinct()
    .where("a.milestoneId", "in", milestoneIds)
    .where("a.kind", "=", "completion")
    .where("a.outcome", "=", "approved")
    .where("d.verdict", "=", "approved")
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("portal.withdrawals as w")
            .select("w.decisionId")
            .whereRef("w.decisionId", "=", "d.id"),
        ),
      ),
    )
    .orderBy("p.name")
    .execute();
  const names = new Map<string, string[]>();
  for (const { milestoneId, name } of rows)
    if (milestoneId !== null) names.set(milestoneId, [...(names.get(milestoneId) ?? []), name]);
  return names;
}
