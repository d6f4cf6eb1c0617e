import type { Scope } from "../access/scope.ts";
import { ApprovalSnapshot } from "./approval-snapshot.view.ts";
import type { AgreedWindowView } from "./approvals.view.ts";

/** The plan that the client approved last, with what silence means by it; null before the first. */
export async function agreedWindow(
  { tx, actor }: Scope,
  projectId: string,
): Promise<AgreedWindowView | null> {
  const row = await tx
    .selectFrom("approvals as a")
    .innerJoin("approvalSnapshots as s", (on) =>
      on.onRef("s.workspaceId", "=", "a.workspaceId").onRef("s.approvalId", "=", "a.id"),
    )
    .leftJoin("planVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "a.workspaceId").onRef("v.id", "=", "a.planVersionId"),
    )
    .select(["a.outcomeAt", "s.snapshot", "v.n"])
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.projectId", "=", projectId)
    .where("a.kind", "=", "plan")
    .where("a.outcome", "=", "approved")
    .orderBy("a.outcomeAt", "desc")
    .orderBy("a.number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row?.outcomeAt) return null;
  const { plan } = ApprovalSnapshot.parse(JSON.parse(row.snapshot));
  return {
    version: row.n,
    approvedAt: row.outcomeAt.toISOString(),
    acceptance: plan?.snapshot.project.acceptance ?? null,
  };
}
