import type { Insertable, Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { PlanVersionsTable } from "../db/schema.ts";

export type PlanVersionRow = Omit<Selectable<PlanVersionsTable>, "snapshot">;

const HEAD = ["workspaceId", "id", "projectId", "personId", "n", "reason", "hash", "createdAt"] as const;

/** Newest first. */
export async function listVersions({ tx, actor }: Scope, projectId: string): Promise<PlanVersionRow[]> {
  return tx
    .selectFrom("planVersions")
    .select(HEAD)
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("n", "desc")
    .execute();
}

export async function findVersion({ tx, actor }: Scope, id: string): Promise<PlanVersionRow | undefined> {
  return tx
    .selectFrom("planVersions")
    .select(HEAD)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
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
    .orderBy("n")
    .execute();
}

export async function insertVersion({ tx }: Scope, version: Insertable<PlanVersionsTable>): Promise<void> {
  await tx.insertInto("planVersions").values(version).execute();
}
