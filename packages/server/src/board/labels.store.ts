import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { visibleProject } from "../projects/project-access.store.ts";

export interface LabelRow {
  id: string;
  projectId: string;
  name: string;
  color: string;
  position: string;
  revision: number;
}

const FIELDS = ["id", "projectId", "name", "color", "position", "revision"] as const;

export async function visibleLabel(scope: Scope, labelId: string) {
  const label = await findLabel(scope, labelId);
  if (!label) throw notFound();
  return { ...(await visibleProject(scope, label.projectId)), label };
}

export function findLabel({ tx, actor }: Scope, id: string): Promise<LabelRow | undefined> {
  return tx
    .selectFrom("labels")
    .select(FIELDS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function listLabels({ tx, actor }: Scope, projectId: string): Promise<LabelRow[]> {
  return tx
    .selectFrom("labels")
    .select(FIELDS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("position")
    .execute();
}

export async function insertLabel({ tx, actor }: Scope, label: Omit<LabelRow, "revision">): Promise<void> {
  await tx
    .insertInto("labels")
    .values({ ...label, workspaceId: actor.workspaceId })
    .execute();
}

export async function updateLabel(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: { name?: string | undefined; color?: string | undefined },
): Promise<boolean> {
  const result = await tx
    .updateTable("labels")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteLabel({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("labels").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}
