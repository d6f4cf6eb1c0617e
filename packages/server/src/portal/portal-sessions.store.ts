import type { Selectable } from "kysely";
import type { Tx } from "../db/database.ts";
import type { ContactSessionsTable } from "../db/schema.ts";
import { newId } from "../kit/id.ts";

export type PortalSessionRow = Selectable<ContactSessionsTable> & {
  name: string;
  email: string;
  language: string;
  zone: string;
  handedOverBy: string | null;
};

export async function findSession(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<PortalSessionRow | undefined> {
  return tx
    .selectFrom("contactSessions as s")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "s.workspaceId").onRef("p.id", "=", "s.personId"),
    )
    .leftJoin("links as l", (join) =>
      join.onRef("l.workspaceId", "=", "s.workspaceId").onRef("l.id", "=", "s.linkId"),
    )
    .selectAll("s")
    .select(["p.name", "p.email", "p.language", "p.zone", "l.handedOverBy"])
    .where("s.workspaceId", "=", workspaceId)
    .where("s.id", "=", id)
    .executeTakeFirst();
}

export interface NewSession {
  workspaceId: string;
  personId: string;
  linkId: string | null;
  hash: string;
  level: string;
  seenAt: Date;
  expiresAt: Date;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto("contactSessions")
    .values({ ...session, id: newId(), revokedAt: null })
    .execute();
}

export async function touchSession(
  tx: Tx,
  { workspaceId, id }: Pick<PortalSessionRow, "workspaceId" | "id">,
  seenAt: Date,
  expiresAt: Date,
): Promise<void> {
  await tx
    .updateTable("contactSessions")
    .set({ seenAt, expiresAt })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}
