import type { Insertable, Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { DependenciesTable } from "../db/schema.ts";

export type DependencyRow = Selectable<DependenciesTable>;

export async function listDependencies({ tx, actor }: Scope, projectId: string): Promise<DependencyRow[]> {
  return tx
    .selectFrom("dependencies")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("id")
    .execute();
}

export async function findDependency({ tx, actor }: Scope, id: string): Promise<DependencyRow | undefined> {
  return tx
    .selectFrom("dependencies")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertDependency(
  { tx }: Scope,
  dependency: Insertable<DependenciesTable>,
): Promise<void> {
  await tx.insertInto("dependencies").values(dependency).execute();
}

/** False when somebody else was faster. */
export async function removeDependency({ tx, actor }: Scope, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("dependencies")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
