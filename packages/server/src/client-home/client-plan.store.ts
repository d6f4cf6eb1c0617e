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

/** The newest plan version that stands, and the approval that was given to it, if one was. */
export async function newestVersion(
  tx: PortalTx,
  projectId: string,
): Promise<{ n: number; createdAt: Date; approvedAt: Date | null; approvalId: string | null } | undefined> {
  return tx
    .selectFrom("portal.planVersions as v")
    .leftJoin("portal.approvals as a", (on) =>
      on
        .onRef("a.planVersionId", "=", "v.id")
        .on("a.kind", "=", "plan")
        .on("a.outcome", "in", ["approved", "lapsed"]),
    )
    .select(["v.n", "v.createdAt", "a.outcomeAt as approvedAt", "a.id as approvalId"])
    .where("v.projectId", "=", projectId)
    .orderBy("v.n", "desc")
    .orderBy("a.outcomeAt", "desc")
    .limit(1)
    .executeTakeFirst();
}
