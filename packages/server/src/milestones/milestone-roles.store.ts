import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { newId } from "../kit/id.ts";

export interface MilestonePart {
  personId: string;
  role: "responsible" | "approver" | "consulted" | "informed";
  /** "Your part" in one sentence. */
  part: string;
}

export async function replaceRoles(
  { tx, actor }: Scope,
  milestoneId: string,
  parts: readonly MilestonePart[],
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("milestoneRoles")
    .where("workspaceId", "=", workspaceId)
    .where("milestoneId", "=", milestoneId)
    .execute();
  if (parts.length === 0) return;
  await tx
    .insertInto("milestoneRoles")
    .values(parts.map((part, position) => ({ workspaceId, id: newId(), milestoneId, position, ...part })))
    .execute();
}

export async function rolesOf({ tx, actor }: Scope, milestoneId: string) {
  return tx
    .selectFrom("milestoneRoles")
    .select(["personId", "role", "part"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .orderBy("position")
    .execute();
}

/** Whoever's part has changed is asked again; the others' answers stand. */
export async function forgetReceipts(
  { tx, actor }: Scope,
  milestoneId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .deleteFrom("readReceipts")
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .where("personId", "in", personIds)
    .execute();
}

/** One answer per person; a question may be answered by "clear" later. */
export async function keepReceipt(
  { tx, actor, now }: Scope,
  milestoneId: string,
  { answer, question }: { answer: "clear" | "question"; question: string },
): Promise<void> {
  const { workspaceId, personId } = actor;
  await tx
    .insertInto("readReceipts")
    .values({ workspaceId, id: newId(), milestoneId, personId, answer, question, createdAt: now })
    .onConflict((row) =>
      row
        .columns(["workspaceId", "milestoneId", "personId"])
        .doUpdateSet({ answer, question, createdAt: now }),
    )
    .execute();
}

export async function objectivesOf({ tx, actor }: Scope, milestoneId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("milestoneObjectives as mo")
    .select("mo.objectiveId")
    .where("mo.workspaceId", "=", actor.workspaceId)
    .where("mo.milestoneId", "=", milestoneId)
    .where(notInTrash("mo.workspaceId", "mo.objectiveId"))
    .execute();
  return rows.map(({ objectiveId }) => objectiveId);
}

export async function replaceObjectives(
  { tx, actor }: Scope,
  milestoneId: string,
  objectiveIds: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("milestoneObjectives")
    .where("workspaceId", "=", workspaceId)
    .where("milestoneId", "=", milestoneId)
    .where(notInTrash("milestoneObjectives.workspaceId", "milestoneObjectives.objectiveId"))
    .execute();
  if (objectiveIds.length === 0) return;
  await tx
    .insertInto("milestoneObjectives")
    .values(objectiveIds.map((objectiveId) => ({ workspaceId, milestoneId, objectiveId })))
    .execute();
}
