import { type Insertable, type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { PlanVersionsTable } from "../db/schema.ts";

export type PlanVersionRow = Omit<Selectable<PlanVersionsTable>, "snapshot" | "withdrawnAt"> & {
  /** Who of the client approved it, and when; null while nobody has. */
  approval: { at: string; by: string[] } | null;
};

/** The approval of this version that stands, or of the change that alone made it, with the names of those whose decisions made it. */
const APPROVAL_OF_VERSION = sql<PlanVersionRow["approval"]>`(
  select json_build_object('at', a.outcome_at, 'by', coalesce((select json_agg(p.name order by d.at) from decisions d
      join persons p on p.workspace_id = d.workspace_id and p.id = d.person_id
      where d.workspace_id = a.workspace_id and d.approval_id = a.id and d.verdict = a.outcome
        and not exists (select from withdrawals w where w.workspace_id = d.workspace_id and w.decision_id = d.id)), '[]'))
  from approvals a where a.workspace_id = plan_versions.workspace_id and (a.plan_version_id = plan_versions.id and a.kind = 'plan' and a.outcome = 'approved'
    or a.kind = 'change' and a.outcome = 'chosen' and a.id = (select q.approval_id from change_requests r
      join quotes q on q.workspace_id = r.workspace_id and q.change_request_id = r.id
      where r.workspace_id = plan_versions.workspace_id and r.plan_version_id = plan_versions.id and r.approves
      order by q.created_at desc limit 1))
  order by a.outcome_at limit 1)`;

const HEAD = [
  "workspaceId",
  "id",
  "projectId",
  "personId",
  "n",
  "reason",
  "hash",
  "publicationId",
  "createdAt",
] as const;

/** Those that stand, newest first: what was taken back with its publication was never a version for anybody. */
export async function listVersions({ tx, actor }: Scope, projectId: string): Promise<PlanVersionRow[]> {
  return tx
    .selectFrom("planVersions")
    .select(HEAD)
    .select(APPROVAL_OF_VERSION.as("approval"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("withdrawnAt", "is", null)
    .orderBy("n", "desc")
    .execute();
}

export async function findVersion({ tx, actor }: Scope, id: string): Promise<PlanVersionRow | undefined> {
  return tx
    .selectFrom("planVersions")
    .select(HEAD)
    .select(APPROVAL_OF_VERSION.as("approval"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
}

/** The text that was kept, byte by byte. */
export async function keptSnapshot({ tx, actor }: Scope, id: string): Promise<string> {
  const row = await tx
    .selectFrom("planVersions")
    .select("snapshot")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.snapshot;
}

export async function keptSnapshots(
  { tx, actor }: Scope,
  projectId: string,
): Promise<Pick<Selectable<PlanVersionsTable>, "n" | "reason" | "snapshot" | "createdAt">[]> {
  return tx
    .selectFrom("planVersions")
    .select(["n", "reason", "snapshot", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("withdrawnAt", "is", null)
    .orderBy("n")
    .execute();
}

export async function insertVersion({ tx }: Scope, version: Insertable<PlanVersionsTable>): Promise<void> {
  await tx.insertInto("planVersions").values(version).execute();
}

/** Whether a change that the client accepted has made it. */
export async function isOfChange({ tx, actor }: Scope, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom("changeRequests")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("planVersionId", "=", id)
    .executeTakeFirst();
  return found !== undefined;
}

export async function publishVersion({ tx, actor }: Scope, id: string, publicationId: string): Promise<void> {
  await tx
    .updateTable("planVersions")
    .set({ publicationId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** What was taken back with its publication counts as if it had never been; what a change has made stays a version. */
export async function withdrawVersions({ tx, actor, now }: Scope, publicationId: string): Promise<void> {
  await tx
    .updateTable("planVersions")
    .set({ publicationId: null })
    .where("workspaceId", "=", actor.workspaceId)
    .where("publicationId", "=", publicationId)
    .where((row) =>
      row.exists(
        row
          .selectFrom("changeRequests as r")
          .select("r.id")
          .whereRef("r.workspaceId", "=", "planVersions.workspaceId")
          .whereRef("r.planVersionId", "=", "planVersions.id"),
      ),
    )
    .execute();
  await tx
    .updateTable("planVersions")
    .set({ withdrawnAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("publicationId", "=", publicationId)
    .where("withdrawnAt", "is", null)
    .execute();
}
