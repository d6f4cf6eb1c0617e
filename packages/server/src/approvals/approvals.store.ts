import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ApprovalFilesTable, ApprovalSnapshotsTable, ApprovalsTable } from "../db/schema.ts";

export type ApprovalRow = Selectable<ApprovalsTable> & {
  hash: string;
  /** The publication that it asks about was taken back: nobody has ever seen it. */
  withdrawn: boolean;
  milestoneNumber: number | null;
  asker: string | null;
};

function approvals({ tx, actor }: Scope) {
  return tx
    .selectFrom("approvals as a")
    .innerJoin("approvalSnapshots as s", (on) =>
      on.onRef("s.workspaceId", "=", "a.workspaceId").onRef("s.approvalId", "=", "a.id"),
    )
    .leftJoin("publications as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.publicationId"),
    )
    .leftJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "a.workspaceId").onRef("m.id", "=", "a.milestoneId"),
    )
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "a.workspaceId").onRef("q.id", "=", "a.askedBy"),
    )
    .selectAll("a")
    .select(["s.hash", "m.number as milestoneNumber", "q.name as asker"])
    .select((row) => row("p.withdrawnAt", "is not", null).as("withdrawn"))
    .where("a.workspaceId", "=", actor.workspaceId);
}

export async function findApproval(scope: Scope, id: string): Promise<ApprovalRow | undefined> {
  return approvals(scope).where("a.id", "=", id).executeTakeFirst() as Promise<ApprovalRow | undefined>;
}

/** Newest first. */
export async function listApprovals(scope: Scope, projectId: string): Promise<ApprovalRow[]> {
  return approvals(scope)
    .where("a.projectId", "=", projectId)
    .orderBy("a.number", "desc")
    .limit(500)
    .execute() as Promise<ApprovalRow[]>;
}

/** Whoever else decides on it, or replaces it, waits until this transaction is done. */
export async function lockApproval(scope: Scope, id: string): Promise<ApprovalRow | undefined> {
  const { tx, actor } = scope;
  const found = await tx
    .selectFrom("approvals")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return found && findApproval(scope, id);
}

export async function nextNumber({ tx, actor }: Scope, projectId: string): Promise<number> {
  const { last } = await tx
    .selectFrom("approvals")
    .select((row) => row.fn.coalesce(row.fn.max("number"), row.val(0)).as("last"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirstOrThrow();
  return Number(last) + 1;
}

export async function insertApproval({ tx }: Scope, row: Insertable<ApprovalsTable>): Promise<void> {
  await tx.insertInto("approvals").values(row).execute();
}

export async function changeApproval(
  { tx, actor }: Scope,
  id: string,
  change: Pick<
    Updateable<ApprovalsTable>,
    "outcome" | "outcomeAt" | "supersededAt" | "cancelledAt" | "cancelledReason"
  >,
): Promise<void> {
  await tx
    .updateTable("approvals")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertSnapshot({ tx }: Scope, row: Insertable<ApprovalSnapshotsTable>): Promise<void> {
  await tx.insertInto("approvalSnapshots").values(row).execute();
}

/** The text that was frozen, byte by byte. */
export async function snapshotText({ tx, actor }: Scope, approvalId: string): Promise<string> {
  const row = await tx
    .selectFrom("approvalSnapshots")
    .select("snapshot")
    .where("workspaceId", "=", actor.workspaceId)
    .where("approvalId", "=", approvalId)
    .executeTakeFirstOrThrow();
  return row.snapshot;
}

export async function pinFiles(
  { tx }: Scope,
  rows: readonly Insertable<ApprovalFilesTable>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto("approvalFiles").values(rows).execute();
}

/** The files whose versions were pinned, in order. */
export async function pinnedFileIds({ tx, actor }: Scope, approvalId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("approvalFiles as a")
    .leftJoin("fileVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "a.workspaceId").onRef("v.id", "=", "a.fileVersionId"),
    )
    .select("v.fileId")
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.approvalId", "=", approvalId)
    .orderBy("a.position")
    .execute();
  return rows.flatMap(({ fileId }) => fileId ?? []);
}
