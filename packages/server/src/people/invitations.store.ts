import type { Insertable, Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { InvitationsTable } from "../db/schema.ts";

export type InvitationRow = Omit<Selectable<InvitationsTable>, "projectIds"> & {
  projectIds: string[];
  inviter: string | null;
};

/** Those that wait for an answer, newest first, with who invited. */
export async function listInvitations({ tx, actor }: Scope, id?: string): Promise<InvitationRow[]> {
  let query = tx
    .selectFrom("invitations as i")
    .leftJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "i.workspaceId").onRef("p.id", "=", "i.invitedBy"),
    )
    .selectAll("i")
    .select("p.name as inviter")
    .where("i.workspaceId", "=", actor.workspaceId)
    .where("i.acceptedAt", "is", null)
    .where("i.revokedAt", "is", null)
    .orderBy("i.id", "desc")
    .limit(500);
  if (id) query = query.where("i.id", "=", id);
  const rows = await query.execute();
  // Written only from a list of project ids.
  return rows.map((row) => ({ ...row, projectIds: row.projectIds as string[] }));
}

export async function insertInvitation(
  { tx }: Scope,
  invitation: Insertable<InvitationsTable>,
): Promise<void> {
  await tx.insertInto("invitations").values(invitation).execute();
}

/** True when it was still open. */
export async function revokeInvitation({ tx, actor, now }: Scope, id: string): Promise<boolean> {
  const result = await tx
    .updateTable("invitations")
    .set({ revokedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function openInvitationsTo({ tx, actor }: Scope, email: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("invitations")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("email", "=", email)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .execute();
  return rows.map((row) => row.id);
}

export interface AcceptedInvitation {
  role: string;
  projectIds: string[];
}

/** Closes the invitation for good; undefined when it is not open any more. */
export async function acceptInvitationRow(
  tx: Tx,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<AcceptedInvitation | undefined> {
  const row = await tx
    .updateTable("invitations")
    .set({ acceptedAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .where("revokedAt", "is", null)
    .returning(["role", "projectIds"])
    .executeTakeFirst();
  return row && { role: row.role, projectIds: row.projectIds as string[] };
}

/** What an address is here already: a client's contact, a member, or nothing. */
export async function personAt(tx: Tx, workspaceId: string, email: string) {
  return tx
    .selectFrom("persons as p")
    .leftJoin("members as m", (join) =>
      join.onRef("m.workspaceId", "=", "p.workspaceId").onRef("m.personId", "=", "p.id"),
    )
    .leftJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "p.workspaceId").onRef("c.personId", "=", "p.id"),
    )
    .select(["p.id", "p.name", "m.status", "m.userId", "c.clientId"])
    .where("p.workspaceId", "=", workspaceId)
    .where("p.email", "=", email)
    .orderBy("m.userId")
    .executeTakeFirst();
}

export async function workspaceFacts(
  tx: Tx,
  workspaceId: string,
): Promise<{ name: string; zone: string; country: string | null }> {
  return tx
    .selectFrom("workspaces")
    .select(["name", "zone", "country"])
    .where("workspaceId", "=", workspaceId)
    .executeTakeFirstOrThrow();
}

export async function existingProjects({ tx, actor }: Scope, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("projects")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "in", ids)
    .execute();
  return rows.map((row) => row.id);
}
