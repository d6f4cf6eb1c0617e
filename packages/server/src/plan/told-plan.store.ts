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
