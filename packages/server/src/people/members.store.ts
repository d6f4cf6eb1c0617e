import type { Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { MembersTable } from "../db/schema.ts";
import type { Place } from "./place.ts";

export interface MemberRow {
  personId: string;
  name: string;
  email: string;
  role: string;
  title: string;
  zone: string;
  country: string | null;
  region: string | null;
  createdAt: Date;
}

/** Active members in name order; those who were removed are not here any more. */
export async function listMembers({ tx, actor }: Scope, personId?: string): Promise<MemberRow[]> {
  let query = tx
    .selectFrom("members as m")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select([
      "m.personId",
      "p.name",
      "p.email",
      "m.role",
      "m.title",
      "p.zone",
      "p.country",
      "p.region",
      "m.createdAt",
    ])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.status", "=", "active")
    .orderBy("p.name")
    .orderBy("p.id");
  if (personId) query = query.where("m.personId", "=", personId);
  return query.execute();
}

/**
 * The owners who can sign in; people of the sample cannot, whatever their role. Locks every owner's row, always in the
 * same order: of two demotions at once the second sees what the first left.
 */
export async function lockOwners({ tx, actor }: Scope): Promise<string[]> {
  const rows = await tx
    .selectFrom("members as m")
    .innerJoin("auth.user as u", "u.id", "m.userId")
    .select("m.personId")
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.role", "=", "owner")
    .where("m.status", "=", "active")
    .where("u.emailVerified", "=", true)
    .orderBy("m.personId")
    .forUpdate("m")
    .execute();
  return rows.map((row) => row.personId);
}

/** Writes only while the member still has the role that was seen; false when somebody else was faster. */
export async function updateMember(
  scope: Scope,
  personId: string,
  seenRole: string,
  change: Updateable<MembersTable>,
): Promise<boolean> {
  const result = await scope.tx
    .updateTable("members")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("personId", "=", personId)
    .where("status", "=", "active")
    .where("role", "=", seenRole)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updatePlace(
  { tx, actor }: Scope,
  personId: string,
  place: Partial<Place>,
): Promise<void> {
  await tx
    .updateTable("persons")
    .set(place)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", personId)
    .execute();
}
