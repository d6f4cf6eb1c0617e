import type { Scope } from "../access/scope.ts";

export async function insertMute({ tx, actor }: Scope, thingKind: string, thingId: string): Promise<void> {
  const { workspaceId, personId } = actor;
  await tx
    .insertInto("mutes")
    .values({ workspaceId, personId, thingKind, thingId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteMute({ tx, actor }: Scope, thingKind: string, thingId: string): Promise<void> {
  await tx
    .deleteFrom("mutes")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("thingKind", "=", thingKind)
    .where("thingId", "=", thingId)
    .execute();
}

export async function mutedProjectIds({ tx, actor }: Scope): Promise<string[]> {
  const rows = await tx
    .selectFrom("mutes")
    .select("thingId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("thingKind", "=", "project")
    .execute();
  return rows.map(({ thingId }) => thingId);
}
