import type { Selectable } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PortalPaid, PortalPublications } from "../db/portal-schema.ts";

export type PublicationRow = Selectable<PortalPublications>;

/** The newest that are over their two minutes, newest first. */
export function newestPublications(
  tx: PortalTx,
  projectId: string,
  limit: number,
): Promise<PublicationRow[]> {
  return tx
    .selectFrom("portal.publications")
    .selectAll()
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .limit(limit)
    .execute();
}

/** Names of everybody whom the plan may mention, by id. */
export async function namesOf(tx: PortalTx, projectId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom("portal.people")
    .select(["id", "name"])
    .where("projectId", "=", projectId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What is reached, and since when; it flows without a publication. */
export async function reachedIn(
  tx: PortalTx,
  projectId: string,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx
    .selectFrom("portal.reached")
    .select(["milestoneId", "reachedOn"])
    .where("projectId", "=", projectId)
    .execute();
  return new Map(rows.map(({ milestoneId, reachedOn }) => [milestoneId, reachedOn]));
}

export async function paidIn(
  tx: PortalTx,
  projectId: string,
): Promise<ReadonlyMap<string, Selectable<PortalPaid>>> {
  const rows = await tx.selectFrom("portal.paid").selectAll().where("projectId", "=", projectId).execute();
  return new Map(rows.map((row) => [row.milestoneId, row]));
}

/** The newest plan version that stands, and who approved it, if somebody did. */
export async function newestVersion(
  tx: PortalTx,
  projectId: string,
): Promise<{ n: number; createdAt: Date; approvedAt: Date | null; approvedBy: string[] } | undefined> {
  const version = await tx
    .selectFrom("portal.planVersions")
    .select(["id", "n", "createdAt"])
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!version) return undefined;
  const approval = await tx
    .selectFrom("portal.approvals as a")
    .select(["a.id", "a.outcomeAt"])
    .where((is) =>
      is.or([
        is.and([
          is("a.planVersionId", "=", version.id),
          is("a.kind", "=", "plan"),
          is("a.outcome", "=", "approved"),
        ]),
        is.and([
          is("a.outcome", "=", "chosen"),
          // A change that alone made this version of one that was approved: a yes to it is a yes to all of it.
          is.exists(
            is
              .selectFrom("portal.quotes as q")
              .innerJoin("portal.changeRequests as r", "r.id", "q.changeRequestId")
              .select("q.id")
              .whereRef("q.approvalId", "=", "a.id")
              .where("r.planVersionId", "=", version.id)
              .where("r.approves", "=", true),
          ),
        ]),
      ]),
    )
    .orderBy("a.outcomeAt", "desc")
    .limit(1)
    .executeTakeFirst();
  const { n, createdAt } = version;
  const approvedBy = approval ? await whoApproved(tx, approval.id) : [];
  return { n, createdAt, approvedAt: approval?.outcomeAt ?? null, approvedBy };
}

/** The snapshot of the plan that was approved last, whatever was published since. */
export async function lastApprovedPlan(tx: PortalTx, projectId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("portal.approvals as a")
    .innerJoin("portal.approvalSnapshots as s", "s.approvalId", "a.id")
    .select("s.snapshot")
    .where("a.projectId", "=", projectId)
    .where("a.kind", "=", "plan")
    .where("a.outcome", "=", "approved")
    .orderBy("a.outcomeAt", "desc")
    .orderBy("a.number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.snapshot ?? null;
}

/** Whose approval stands; what somebody took back does not. */
async function whoApproved(tx: PortalTx, approvalId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("portal.decisions as d")
    .innerJoin("portal.approvalSalts as p", (on) =>
      on.onRef("p.approvalId", "=", "d.approvalId").onRef("p.personId", "=", "d.personId"),
    )
    .leftJoin("portal.withdrawals as w", "w.decisionId", "d.id")
    .select("p.name")
    .distinct()
    .where("d.approvalId", "=", approvalId)
    .where("d.verdict", "in", ["approved", "chosen"])
    .where("w.decisionId", "is", null)
    .orderBy("p.name")
    .execute();
  return rows.map(({ name }) => name);
}
