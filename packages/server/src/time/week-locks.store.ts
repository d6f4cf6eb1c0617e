import type { Scope } from "../access/scope.ts";

/** Whoever writes time holds the weeks of the workspace as they are until the end of their transaction. */
export async function holdWeeks({ tx, actor }: Scope): Promise<void> {
  await tx
    .selectFrom("workspaces")
    .select("workspaceId")
    .where("workspaceId", "=", actor.workspaceId)
    .forKeyShare()
    .execute();
}

/** Waits for everybody who is writing time. */
export async function stopTheWeeks({ tx, actor }: Scope): Promise<void> {
  await tx
    .selectFrom("workspaces")
    .select("workspaceId")
    .where("workspaceId", "=", actor.workspaceId)
    .forUpdate()
    .execute();
}

export async function lockedWeeks({ tx, actor }: Scope, from: string, to: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("weekLocks")
    .select("weekOn")
    .where("workspaceId", "=", actor.workspaceId)
    .where("weekOn", ">=", from)
    .where("weekOn", "<=", to)
    .orderBy("weekOn")
    .execute();
  return rows.map(({ weekOn }) => weekOn);
}

export async function insertLock({ tx, actor, now }: Scope, weekOn: string): Promise<boolean> {
  const { workspaceId, personId } = actor;
  const made = await tx
    .insertInto("weekLocks")
    .values({ workspaceId, weekOn, lockedBy: personId, createdAt: now })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function deleteLock({ tx, actor }: Scope, weekOn: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("weekLocks")
    .where("workspaceId", "=", actor.workspaceId)
    .where("weekOn", "=", weekOn)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
