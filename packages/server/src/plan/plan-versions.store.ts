import type { Insertable, Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { PlanVersionsTable } from "../db/schema.ts";

export type PlanVersionRow = Omit<Selectable<PlanVersionsTable>, "snapshot" | "withdrawnAt">;

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

/** What was taken back with its publication counts as if it had never been. */
export async function withdrawVersions({ tx, actor, now }: Scope, publicationId: string): Promise<void> {
  await tx
    .updateTable("planVersions")
    .set({ withdrawnAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("publicationId", "=", publicationId)
    .where("withdrawnAt", "is", null)
    .execute();
}
