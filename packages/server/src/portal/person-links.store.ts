import type { Tx } from "../db/database.ts";
import type { LinkRow } from "../people/links.store.ts";

export interface LinkedPerson {
  id: string;
  name: string;
  email: string;
  language: string;
  zone: string;
  side: "client" | "team";
}

/** The link with its person, as long as that person is a contact with a part in the project, or works here. */
export async function findPersonLink(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ link: LinkRow; person: LinkedPerson } | undefined> {
  const link = await tx
    .selectFrom("links")
    .selectAll()
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!link?.personId) return undefined;
  const person = await findLinkedPerson(tx, workspaceId, link.personId, link.projectId);
  return person && { link, person };
}

async function findLinkedPerson(
  tx: Tx,
  workspaceId: string,
  personId: string,
  projectId: string | null,
): Promise<LinkedPerson | undefined> {
  const row = await tx
    .selectFrom("persons as p")
    .leftJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "p.workspaceId").onRef("c.personId", "=", "p.id"),
    )
    .leftJoin("members as m", (join) =>
      join
        .onRef("m.workspaceId", "=", "p.workspaceId")
        .onRef("m.personId", "=", "p.id")
        .on("m.status", "=", "active"),
    )
    .leftJoin("contactRoles as r", (join) =>
      join
        .onRef("r.workspaceId", "=", "p.workspaceId")
        .onRef("r.personId", "=", "p.id")
        .on("r.projectId", "=", projectId),
    )
    .select(["p.id", "p.name", "p.email", "p.language", "p.zone", "c.clientId", "m.role", "r.projectId"])
    .where("p.workspaceId", "=", workspaceId)
    .where("p.id", "=", personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, name, email, language, zone } = row;
  if (row.clientId !== null && (projectId === null || row.projectId !== null))
    return { id, name, email, language, zone, side: "client" };
  return row.role !== null ? { id, name, email, language, zone, side: "team" } : undefined;
}

export async function markUsed(tx: Tx, { workspaceId, id }: LinkRow, expiresAt: Date): Promise<void> {
  await tx
    .updateTable("links")
    .set({ expiresAt })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("expiresAt", "<", expiresAt)
    .execute();
}

/** Older ones of a kind close when a newer one is made. */
export async function supersedePersonLinks(
  tx: Tx,
  { workspaceId, personId, kind }: { workspaceId: string; personId: string; kind: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable("links")
    .set({ supersededAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("kind", "=", kind)
    .where("consumedAt", "is", null)
    .where("supersededAt", "is", null)
    .execute();
}
