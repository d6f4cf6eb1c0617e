import { sql } from "kysely";
import type { Tx } from "../db/database.ts";

export interface ApprovalPlace {
  workspaceId: string;
  id: string;
  number: number;
}

export async function approvalsAfter(
  db: Tx,
  last: Pick<ApprovalPlace, "workspaceId" | "id"> | null,
  limit: number,
): Promise<ApprovalPlace[]> {
  let query = db
    .selectFrom("approvals")
    .select(["workspaceId", "id", "number"])
    .orderBy("workspaceId")
    .orderBy("id")
    .limit(limit);
  if (last)
    query = query.where(sql<boolean>`(workspace_id, id) > (${last.workspaceId}::uuid, ${last.id}::uuid)`);
  return query.execute();
}

export interface CoverRow {
  approvalId: string;
  n: number;
  covers: unknown;
}

/** Every seal of these approvals, the oldest first. */
export async function coversOfApprovals(
  db: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<CoverRow[]> {
  const rows = await db
    .selectFrom("seals")
    .select(["approvalId", "n", "covers"])
    .where("workspaceId", "=", workspaceId)
    .where("approvalId", "in", ids)
    .orderBy("n")
    .execute();
  return rows.flatMap(({ approvalId, ...row }) => (approvalId === null ? [] : [{ approvalId, ...row }]));
}

/** Those of which something new waits to be sealed. */
export async function unsealedApprovals(
  db: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("events as e")
    .leftJoin("seals as s", (join) =>
      join.onRef("s.workspaceId", "=", "e.workspaceId").onRef("s.eventId", "=", "e.id"),
    )
    .select("e.subjectId")
    .where("e.workspaceId", "=", workspaceId)
    .where("e.subjectId", "in", ids)
    .where("e.subjectKind", "=", "approval")
    .where("s.eventId", "is", null)
    .execute();
  return new Set(rows.map(({ subjectId }) => subjectId));
}

/** Sealed once and gone, although their project is there. */
export async function missingApprovals(
  db: Tx,
): Promise<{ workspaceId: string; approvalId: string; n: number }[]> {
  const { rows } = await sql<{ workspaceId: string; approvalId: string; n: number }>`
    select s.workspace_id, s.approval_id, min(s.n) as n from seals s
    join projects p on p.workspace_id = s.workspace_id and p.id = s.chain
    where s.approval_id is not null
      and not exists (select from approvals a where a.workspace_id = s.workspace_id and a.id = s.approval_id)
    group by s.workspace_id, s.approval_id order by s.workspace_id, s.approval_id`.execute(db);
  return rows;
}

const POINTED_AT = {
  milestoneId: "milestones",
  publicationId: "publications",
  planVersionId: "plan_versions",
  earlierId: "approvals",
  fileVersionId: "file_versions",
  linkId: "links",
} as const;

/** Is what a row pointed at still there? Everything else that rows point at is people. */
export async function isStillThere(
  db: Tx,
  workspaceId: string,
  { field, id }: { field: string; id: string },
): Promise<boolean> {
  const table = Object.entries(POINTED_AT).find(([name]) => name === field)?.[1] ?? "persons";
  const { rows } = await sql`
    select from ${sql.table(table)} where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(
    db,
  );
  return rows.length > 0;
}
