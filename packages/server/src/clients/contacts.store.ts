import { sql, type Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { PersonsTable } from "../db/schema.ts";

export interface ContactRow {
  personId: string;
  clientId: string;
  name: string;
  email: string;
  zone: string;
  language: string;
  revision: number;
  /** When a mail to this address last came back; null while none has. */
  mailCameBackAt: string | null;
}

export async function listContacts(
  { tx, actor }: Scope,
  filter: { clientId?: string | undefined; personId?: string; email?: string } = {},
): Promise<ContactRow[]> {
  let query = tx
    .selectFrom("contacts as c")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.personId"),
    )
    .select(["c.personId", "c.clientId", "p.name", "p.email", "p.zone", "p.language", "p.revision"])
    .select((row) =>
      row
        .selectFrom("mails as m")
        .select((mails) => sql<string | null>`to_json(${mails.fn.max("m.bouncedAt")})#>>'{}'`.as("at"))
        .whereRef("m.workspaceId", "=", "c.workspaceId")
        .whereRef("m.personId", "=", "c.personId")
        .whereRef("m.toEmail", "=", "p.email")
        .as("mailCameBackAt"),
    )
    .where("c.workspaceId", "=", actor.workspaceId)
    .orderBy("p.name")
    .orderBy("p.id");
  if (filter.clientId) query = query.where("c.clientId", "=", filter.clientId);
  if (filter.personId) query = query.where("c.personId", "=", filter.personId);
  if (filter.email) query = query.where("p.email", "=", filter.email);
  return query.execute();
}

export async function isMemberAddress({ tx, actor }: Scope, email: string): Promise<boolean> {
  const row = await tx
    .selectFrom("members as m")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select("p.id")
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.status", "=", "active")
    .where("p.email", "=", email)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertContact(
  { tx, actor }: Scope,
  contact: {
    personId: string;
    clientId: string;
    name: string;
    email: string;
    zone: string;
    language: string;
  },
): Promise<void> {
  const { workspaceId } = actor;
  const { personId, clientId, ...person } = contact;
  await tx
    .insertInto("persons")
    .values({ ...person, workspaceId, id: personId, country: null })
    .execute();
  await tx.insertInto("contacts").values({ workspaceId, personId, clientId }).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateContact(
  { tx, actor }: Scope,
  personId: string,
  revision: number,
  change: Updateable<PersonsTable>,
): Promise<boolean> {
  return updateSeen(tx, "persons", { workspaceId: actor.workspaceId, id: personId, revision }, change);
}

/** The person's row stays: what they said and decided keeps its author. Their sign-in goes. */
export async function deleteContact({ tx, actor }: Scope, personId: string): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("contactRoles")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .execute();
  const gone = await tx
    .deleteFrom("contacts")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .returning("userId")
    .executeTakeFirst();
  if (gone?.userId) await tx.deleteFrom("auth.user").where("id", "=", gone.userId).execute();
}
