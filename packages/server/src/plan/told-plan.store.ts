import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface ToldMilestone {
  id: string;
  title: string;
  outcome: string;
  startOn: string | null;
  targetOn: string | null;
  ownerId: string | null;
  priceMinor: number | null;
  criteria: { text: string }[];
}

export interface UntoldChange {
  id: string;
  milestoneId: string;
  field: string;
}

/** What was changed since the last publication and still stands, oldest first. */
export async function untoldChanges({ tx, actor }: Scope, projectId: string): Promise<UntoldChange[]> {
  return tx
    .selectFrom("adjustments")
    .select(["id", "milestoneId", "field"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("publicationId", "is", null)
    .where("undoneAt", "is", null)
    .orderBy("createdAt")
    .execute();
}

/** The milestones as clients were last told; null before the first publication. */
export async function toldMilestones(
  { tx, actor }: Scope,
  projectId: string,
): Promise<ToldMilestone[] | null> {
  const row = await tx
    .selectFrom("publications")
    .select(sql<ToldMilestone[]>`snapshot::jsonb -> 'milestones'`.as("milestones"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("withdrawnAt", "is", null)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.milestones ?? null;
}
