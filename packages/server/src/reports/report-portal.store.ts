import type { Selectable } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PortalReports } from "../db/portal-schema.ts";

export type PortalReportRow = Selectable<PortalReports>;
export type ReportHead = Omit<PortalReportRow, "snapshot">;

export interface BaselineRow {
  n: number;
  approved: boolean;
  snapshot: string;
}

/** The version that dates are measured against, as it was published: the last that the client approved, else the first. */
export async function baselineOf(tx: PortalTx, projectId: string): Promise<BaselineRow | undefined> {
  const approved = await approvedVersions(tx, projectId);
  const versions = await tx
    .selectFrom("portal.planVersions as v")
    .innerJoin("portal.publications as p", "p.id", "v.publicationId")
    .select(["v.id", "v.n", "p.snapshot"])
    .where("v.projectId", "=", projectId)
    .where((is) => is.or([is("v.n", "=", 1), ...(approved.length > 0 ? [is("v.id", "in", approved)] : [])]))
    .orderBy("v.n", "desc")
    .limit(1)
    .execute();
  return versions.map(({ id, n, snapshot }) => ({ n, snapshot, approved: approved.includes(id) }))[0];
}

/** By a yes to the plan, or to a change that alone made a version of one that was approved. */
async function approvedVersions(tx: PortalTx, projectId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("portal.approvals as a")
    .leftJoin("portal.quotes as q", "q.approvalId", "a.id")
    .leftJoin("portal.changeRequests as r", (on) =>
      on.onRef("r.id", "=", "q.changeRequestId").on("r.approves", "=", true),
    )
    .select(["a.kind", "a.planVersionId", "r.planVersionId as changed"])
    .where("a.projectId", "=", projectId)
    .where("a.outcome", "in", ["approved", "chosen"])
    .execute();
  return rows.flatMap(({ kind, planVersionId, changed }) =>
    kind === "plan" ? (planVersionId ?? []) : (changed ?? []),
  );
}

/** Newest first. */
export function listReports(tx: PortalTx, projectId: string): Promise<ReportHead[]> {
  return tx
    .selectFrom("portal.reports")
    .select(["id", "projectId", "n", "onDate", "hash", "createdAt"])
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .execute();
}

export function findReport(tx: PortalTx, projectId: string, n: number): Promise<PortalReportRow | undefined> {
  return tx
    .selectFrom("portal.reports")
    .selectAll()
    .where("projectId", "=", projectId)
    .where("n", "=", n)
    .executeTakeFirst();
}

export function newestReport(tx: PortalTx, projectId: string): Promise<PortalReportRow | undefined> {
  return tx
    .selectFrom("portal.reports")
    .selectAll()
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
}
