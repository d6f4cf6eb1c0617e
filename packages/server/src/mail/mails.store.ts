import { type Insertable, type Selectable, sql } from "kysely";
import type { Tx } from "../db/database.ts";
import type { MailsTable } from "../db/schema.ts";

export type MailRow = Selectable<MailsTable>;

/** The same mail is queued once, however often its cause is worked on. */
export async function insertMail(tx: Tx, mail: Insertable<MailsTable>): Promise<void> {
  await tx
    .insertInto("mails")
    .values(mail)
    .onConflict((conflict) => conflict.columns(["workspaceId", "dedupe"]).doNothing())
    .execute();
}

export interface MailPage {
  limit: number;
  cursor?: string | undefined;
  state?: MailState | undefined;
  projectId?: string | undefined;
  personId?: string | undefined;
}

type MailState = "waiting" | "sent" | "came-back" | "failed" | "outbox" | "refused";

/** Newest first, and one more than asked for where there is one. */
export async function listMails(tx: Tx, workspaceId: string, page: MailPage): Promise<MailRow[]> {
  const { limit, cursor, state, projectId, personId } = page;
  let query = tx
    .selectFrom("mails")
    .selectAll()
    .where("workspaceId", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (cursor) query = query.where("id", "<", cursor);
  if (projectId) query = query.where("projectId", "=", projectId);
  if (personId) query = query.where("personId", "=", personId);
  if (state === "waiting") query = query.where("state", "in", ["queued", "sending"]);
  else if (state === "came-back") query = query.where("bouncedAt", "is not", null);
  else if (state) query = query.where("state", "=", state);
  if (state === "sent") query = query.where("bouncedAt", "is", null);
  return query.execute();
}

export async function findMail(tx: Tx, workspaceId: string, id: string): Promise<MailRow | undefined> {
  return tx
    .selectFrom("mails")
    .selectAll()
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Whether the person it went to is still here, and still at that address. */
export async function isStillTheirs(
  tx: Tx,
  { workspaceId, personId, toEmail }: MailRow & { personId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom("persons as p")
    .leftJoin("contacts as c", (on) =>
      on.onRef("c.workspaceId", "=", "p.workspaceId").onRef("c.personId", "=", "p.id"),
    )
    .leftJoin("members as m", (on) =>
      on
        .onRef("m.workspaceId", "=", "p.workspaceId")
        .onRef("m.personId", "=", "p.id")
        .on("m.status", "=", "active"),
    )
    .select("p.id")
    .where("p.workspaceId", "=", workspaceId)
    .where("p.id", "=", personId)
    .where("p.email", "=", toEmail)
    .where((is) => is.or([is("c.personId", "is not", null), is("m.personId", "is not", null)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** The same mail under the same id, for the sender to take; false when it waits already, or has arrived. */
export async function queueAgain(tx: Tx, { workspaceId, id }: MailRow, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("mails")
    .set({ state: "queued", tries: 0, nextTryAt: now, lastError: null, sentAt: null, bouncedAt: null })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where((is) =>
      is.or([
        is("state", "in", ["failed", "outbox"]),
        is.and([is("state", "=", "sent"), is("bouncedAt", "is not", null)]),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function dueMails(
  maintenance: Tx,
  now: Date,
  limit: number,
): Promise<Pick<MailRow, "workspaceId" | "id">[]> {
  return maintenance
    .selectFrom("mails")
    .select(["workspaceId", "id"])
    .where("state", "in", ["queued", "sending"])
    .where("nextTryAt", "<=", now)
    .orderBy("nextTryAt")
    .limit(limit)
    .execute();
}

/** Takes a due mail for a while; undefined when another process has it. */
export async function claimMail(
  maintenance: Tx,
  { workspaceId, id }: Pick<MailRow, "workspaceId" | "id">,
  now: Date,
  until: Date,
): Promise<MailRow | undefined> {
  return maintenance
    .updateTable("mails")
    .set((row) => ({ state: "sending", tries: row("tries", "+", 1), nextTryAt: until }))
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "in", ["queued", "sending"])
    .where("nextTryAt", "<=", now)
    .returningAll()
    .executeTakeFirst();
}

/** Once: what left with one head is sent again with the same. */
export async function keepHead(
  maintenance: Tx,
  { workspaceId, id }: Pick<MailRow, "workspaceId" | "id">,
  head: string,
): Promise<void> {
  await maintenance
    .updateTable("mails")
    .set({ data: sql`data || jsonb_build_object('head', ${head}::text)` })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

type Outcome =
  | { state: "sent"; sentAt: Date; lastError: null }
  | { state: "queued"; nextTryAt: Date; lastError: string }
  | { state: "failed"; lastError: string };

/** Only by the process that still holds it. */
export async function closeMail(
  maintenance: Tx,
  { workspaceId, id, tries }: MailRow,
  outcome: Outcome,
): Promise<void> {
  await maintenance
    .updateTable("mails")
    .set(outcome)
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", "sending")
    .where("tries", "=", tries)
    .execute();
}

export async function mailStates(
  tx: Tx,
  workspaceId: string,
  dedupes: readonly string[],
): Promise<Map<string, string>> {
  if (dedupes.length === 0) return new Map();
  const rows = await tx
    .selectFrom("mails")
    .select(["dedupe", "state"])
    .where("workspaceId", "=", workspaceId)
    .where("dedupe", "in", dedupes)
    .execute();
  return new Map(rows.map((row) => [row.dedupe, row.state]));
}

/** Mails of these links that have not begun to leave: what they were about was taken back. */
export async function dropWaiting(tx: Tx, workspaceId: string, linkIds: readonly string[]): Promise<void> {
  if (linkIds.length === 0) return;
  await tx
    .deleteFrom("mails")
    .where("workspaceId", "=", workspaceId)
    .where("state", "in", ["queued", "outbox"])
    .where((row) => row(sql<string>`data ->> 'linkId'`, "in", linkIds))
    .execute();
}

/** What has not left and is not on its way is as if it had never been asked for. */
export async function dropMail(tx: Tx, workspaceId: string, dedupe: string): Promise<void> {
  await tx
    .deleteFrom("mails")
    .where("workspaceId", "=", workspaceId)
    .where("dedupe", "=", dedupe)
    .where("state", "in", ["queued", "outbox"])
    .execute();
}
