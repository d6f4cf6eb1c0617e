import type { Scope } from "../access/scope.ts";

export async function upsertContactRole(
  { tx, actor }: Scope,
  projectId: string,
  personId: string,
  role: string,
): Promise<void> {
  await tx
    .insertInto("contactRoles")
    .values({ workspaceId: actor.workspaceId, projectId, personId, role, invitedBy: null })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "projectId", "personId"]).doUpdateSet({ role }),
    )
    .execute();
}

/** The people who had a part until now. */
export async function deleteContactRoles({ tx, actor }: Scope, projectId: string): Promise<string[]> {
  const rows = await tx
    .deleteFrom("contactRoles")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .returning("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

export async function deleteContactRole(
  { tx, actor }: Scope,
  projectId: string,
  personId: string,
): Promise<boolean> {
  const result = await tx
    .deleteFrom("contactRoles")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Whoever has a part already keeps it: false then. */
export async function insertObserver(
  { tx, actor }: Scope,
  { projectId, personId }: { projectId: string; personId: string },
): Promise<boolean> {
  const { workspaceId, personId: invitedBy } = actor;
  const result = await tx
    .insertInto("contactRoles")
    .values({ workspaceId, projectId, personId, role: "observer", invitedBy })
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId", "personId"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function countInvited({ tx, actor }: Scope, projectId: string): Promise<number> {
  const { n } = await tx
    .selectFrom("contactRoles")
    .select((row) => row.fn.countAll<number>().as("n"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("invitedBy", "=", actor.personId)
    .executeTakeFirstOrThrow();
  return n;
}
