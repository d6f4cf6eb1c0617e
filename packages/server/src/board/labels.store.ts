import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
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

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateLabel(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: { name?: string | undefined; color?: string | undefined },
): Promise<boolean> {
  return updateSeen(tx, "labels", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function deleteLabel({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("labels").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}
