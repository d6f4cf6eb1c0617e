import type { Insertable, Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { PublicationsTable } from "../db/schema.ts";

export type PublicationRow = Omit<Selectable<PublicationsTable>, "snapshot"> & {
  author: string | null;
  version: number | null;
};

const HEAD = [
  "p.workspaceId",
  "p.id",
  "p.projectId",
  "p.personId",
  "p.withdrawnBy",
  "p.n",
  "p.hash",
  "p.clientText",
  "p.teamText",
  "p.heldUntil",
  "p.withdrawnAt",
  "p.toldAt",
  "p.createdAt",
] as const;

/** Those that stand, with who made them and the plan version that each made. */
function standing({ tx, actor }: Scope) {
  return tx
    .selectFrom("publications as p")
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "p.workspaceId").onRef("q.id", "=", "p.personId"),
    )
    .leftJoin("planVersions as v", (on) =>
      on.onRef("v.workspaceId", "=", "p.workspaceId").onRef("v.publicationId", "=", "p.id"),
    )
    .select(HEAD)
    .select(["q.name as author", "v.n as version"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.withdrawnAt", "is", null);
}

/** Newest first. */
export async function listPublications(scope: Scope, projectId: string): Promise<PublicationRow[]> {
  return standing(scope).where("p.projectId", "=", projectId).orderBy("p.n", "desc").execute();
}

export async function lastPublication(scope: Scope, projectId: string): Promise<PublicationRow | undefined> {
  return standing(scope)
    .where("p.projectId", "=", projectId)
    .orderBy("p.n", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function findPublication(scope: Scope, id: string): Promise<PublicationRow | undefined> {
  return standing(scope).where("p.id", "=", id).executeTakeFirst();
}

/** The text that was frozen, byte by byte. */
export async function frozenText({ tx, actor }: Scope, id: string): Promise<string> {
  const row = await tx
    .selectFrom("publications")
    .select("snapshot")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.snapshot;
}

export async function insertPublication({ tx }: Scope, row: Insertable<PublicationsTable>): Promise<void> {
  await tx.insertInto("publications").values(row).execute();
}

/** False when its minutes are over, or somebody else has taken it back. */
export async function withdrawHeld({ tx, actor, now }: Scope, id: string): Promise<boolean> {
  const result = await tx
    .updateTable("publications")
    .set({ withdrawnAt: now, withdrawnBy: actor.personId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("withdrawnAt", "is", null)
    .where("heldUntil", ">", now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface Recipient {
  id: string;
  name: string;
  email: string;
  language: string;
  role: string;
}

/** Contacts with a part in the project, as long as they belong to its client. */
export async function recipientsOf({ tx, actor }: Scope, projectId: string): Promise<Recipient[]> {
  return tx
    .selectFrom("contactRoles as r")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .innerJoin("contacts as c", (on) =>
      on
        .onRef("c.workspaceId", "=", "r.workspaceId")
        .onRef("c.personId", "=", "r.personId")
        .onRef("c.clientId", "=", "p.clientId"),
    )
    .innerJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.id", "=", "r.personId"),
    )
    .select(["q.id", "q.name", "q.email", "q.language", "r.role"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .orderBy("q.name")
    .orderBy("q.id")
    .execute();
}

/** Who is asked something about this publication gets a mail of that, and none beside it. */
export async function askedAbout({ tx, actor }: Scope, publicationId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("inputPeople as i")
    .innerJoin("inputRounds as r", (on) =>
      on.onRef("r.workspaceId", "=", "i.workspaceId").onRef("r.id", "=", "i.roundId"),
    )
    .select("i.personId")
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.publicationId", "=", publicationId)
    .union(
      tx
        .selectFrom("approvalPeople as d")
        .innerJoin("approvals as a", (on) =>
          on.onRef("a.workspaceId", "=", "d.workspaceId").onRef("a.id", "=", "d.approvalId"),
        )
        .select("d.personId")
        .where("a.workspaceId", "=", actor.workspaceId)
        .where("a.publicationId", "=", publicationId)
        .where("a.kind", "=", "plan")
        .where("a.cancelledAt", "is", null),
    )
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

/** Links of requests that ask about this publication. */
export async function linksAskingAbout({ tx, actor }: Scope, publicationId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("approvals as a")
    .innerJoin("links as l", (on) =>
      on.onRef("l.workspaceId", "=", "a.workspaceId").onRef("l.subjectId", "=", "a.id"),
    )
    .select("l.id")
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.publicationId", "=", publicationId)
    .execute();
  return rows.map(({ id }) => id);
}
