import type { Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { PersonsTable } from "../db/schema.ts";

export async function findOwnPerson({ tx, actor }: Scope): Promise<Selectable<PersonsTable>> {
  return tx
    .selectFrom("persons")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", actor.personId)
    .executeTakeFirstOrThrow();
}

export async function hasSecondFactor({ tx, actor }: Scope): Promise<boolean> {
  const row = await tx
    .selectFrom("auth.user")
    .select("twoFactorEnabled")
    .where("id", "=", actor.userId)
    .executeTakeFirst();
  return row?.twoFactorEnabled ?? false;
}

export async function updateOwnPerson(
  scope: Scope,
  revision: number,
  change: Updateable<PersonsTable>,
): Promise<boolean> {
  const result = await scope.tx
    .updateTable("persons")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", scope.actor.personId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
