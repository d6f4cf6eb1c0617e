import type { Insertable, Selectable, Updateable } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { RisksTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export type RiskRow = Selectable<RisksTable> & { milestones: { id: string }[] };

function risks({ tx, actor }: Scope) {
  return tx
    .selectFrom("risks as r")
    .selectAll("r")
    .select((row) =>
      jsonArrayFrom(
        row
          .selectFrom("riskMilestones as rm")
          .select("rm.milestoneId as id")
          .whereRef("rm.workspaceId", "=", "r.workspaceId")
          .whereRef("rm.riskId", "=", "r.id")
          .where(notInTrash("rm.workspaceId", "rm.milestoneId"))
          .orderBy("rm.milestoneId"),
      ).as("milestones"),
    )
    .where("r.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("r.workspaceId", "r.id"));
}

/** The register is the team's: a guest has no part in it. */
export async function listRisks(scope: Scope, projectId: string): Promise<RiskRow[]> {
  if (scope.actor.role === "guest") return [];
  return risks(scope).where("r.projectId", "=", projectId).orderBy("r.createdAt").orderBy("r.id").execute();
}

export async function findRisk(scope: Scope, id: string): Promise<RiskRow | undefined> {
  if (scope.actor.role === "guest") return undefined;
  return risks(scope).where("r.id", "=", id).executeTakeFirst();
}

export async function insertRisk({ tx }: Scope, risk: Insertable<RisksTable>): Promise<void> {
  await tx.insertInto("risks").values(risk).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateRisk(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<RisksTable>,
): Promise<boolean> {
  return updateSeen(tx, "risks", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function replaceRiskMilestones(
  { tx, actor }: Scope,
  riskId: string,
  milestoneIds: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("riskMilestones")
    .where("workspaceId", "=", workspaceId)
    .where("riskId", "=", riskId)
    .execute();
  if (milestoneIds.length === 0) return;
  await tx
    .insertInto("riskMilestones")
    .values([...new Set(milestoneIds)].map((milestoneId) => ({ workspaceId, riskId, milestoneId })))
    .execute();
}
