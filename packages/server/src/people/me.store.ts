import type { Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
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

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateOwnPerson(
  { tx, actor }: Scope,
  revision: number,
  change: Updateable<PersonsTable>,
): Promise<boolean> {
  return updateSeen(tx, "persons", { workspaceId: actor.workspaceId, id: actor.personId, revision }, change);
}
