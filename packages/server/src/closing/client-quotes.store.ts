import type { Selectable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { PortalTx } from "../db/database.ts";
import type { ClientQuotesTable } from "../db/follow-up-schema.ts";

function quotes({ tx, actor }: Scope) {
  return tx
    .selectFrom("clientQuotes as c")
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "c.workspaceId").onRef("q.id", "=", "c.personId"),
    )
    .leftJoin("persons as a", (on) =>
      on.onRef("a.workspaceId", "=", "c.workspaceId").onRef("a.id", "=", "c.askedBy"),
    )
    .leftJoin("persons as h", (on) =>
      on.onRef("h.workspaceId", "=", "c.workspaceId").onRef("h.id", "=", "c.handedOverBy"),
    )
    .selectAll("c")
    .select(["q.name as contactName", "a.name as askedByName", "h.name as handedOverByName"])
    .where("c.workspaceId", "=", actor.workspaceId);
}

export type ClientQuoteRow = Awaited<ReturnType<typeof listQuotes>>[number];

/** The newest first. */
export async function listQuotes(scope: Scope, projectId: string) {
  return quotes(scope)
    .where("c.projectId", "=", projectId)
    .orderBy("c.askedAt", "desc")
    .orderBy("c.id", "desc")
    .execute();
}

export async function findQuote(scope: Scope, id: string): Promise<ClientQuoteRow | undefined> {
  return quotes(scope).where("c.id", "=", id).executeTakeFirst();
}

export async function insertQuote(
  { tx, actor, now }: Scope,
  row: { id: string; projectId: string; personId: string; words: string },
): Promise<void> {
  await tx
    .insertInto("clientQuotes")
    .values({
      ...row,
      workspaceId: actor.workspaceId,
      askedBy: actor.personId,
      askedAt: now,
      handedOverBy: null,
      confirmedAt: null,
      confirmedWords: null,
      declinedAt: null,
      createdAt: now,
    })
    .execute();
}

/** Only while nobody has answered. */
export async function deleteQuote({ tx, actor }: Scope, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("clientQuotes")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("confirmedAt", "is", null)
    .where("declinedAt", "is", null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The links by which it was asked. */
export async function linksOfQuote({ tx, actor }: Scope, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("links")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("kind", "=", "quote")
    .where("subjectId", "=", id)
    .execute();
  return rows.map((row) => row.id);
}

function own({ tx, actor }: Scope, id: string) {
  return tx
    .updateTable("clientQuotes")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("personId", "=", actor.personId)
    .where("declinedAt", "is", null);
}

type Confirmed = Pick<Selectable<ClientQuotesTable>, "confirmedWords" | "nameHidden" | "handedOverBy">;

/** Once: who sends it again has said it already. */
export async function writeConfirmed(scope: Scope, id: string, confirmed: Confirmed): Promise<boolean> {
  const { numUpdatedRows } = await own(scope, id)
    .set({ ...confirmed, confirmedAt: scope.now })
    .where("confirmedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function writeDeclined(scope: Scope, id: string, handedOverBy: string | null): Promise<boolean> {
  const { numUpdatedRows } = await own(scope, id)
    .set({ declinedAt: scope.now, handedOverBy })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The one that a link names, else the newest that this person was asked; with who asks. */
export async function quoteForClient(tx: PortalTx, projectId: string, id: string | null) {
  let query = tx
    .selectFrom("portal.clientQuotes as c")
    .leftJoin("portal.people as p", (on) =>
      on.onRef("p.id", "=", "c.askedBy").onRef("p.projectId", "=", "c.projectId"),
    )
    .selectAll("c")
    .select("p.name as asker")
    .where("c.projectId", "=", projectId)
    .orderBy("c.askedAt", "desc")
    .limit(1);
  if (id !== null) query = query.where("c.id", "=", id);
  return query.executeTakeFirst();
}
