import { sql } from "kysely";
import { watchersOfCard } from "../board/card-watchers.store.ts";
import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";
import type { MailKind } from "../mail/letters.ts";
import type { Meant, Part, ThingKind } from "./happenings.ts";

export interface Where {
  workspaceId: string;
  projectId: string;
}

/** Whether somebody of a client did it. */
export async function isContact(db: Tx, workspaceId: string, personId: string | null): Promise<boolean> {
  if (personId === null) return false;
  const row = await db
    .selectFrom("contacts")
    .select("personId")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who has these parts in a thing, each person with their first one. */
export async function peopleWith(
  db: Tx,
  where: Where,
  { thing, parts = [], milestoneId = null, clientTalk }: Meant,
): Promise<Map<string, Part>> {
  const found = new Map<string, Part>();
  const add = (ids: readonly (string | null | undefined)[], part: Part) => {
    for (const id of ids) if (id && !found.has(id)) found.set(id, part);
  };
  const asks = parts.includes("asker");
  if (asks) add([await askerOf(db, where, thing)], "asker");
  if (parts.includes("owner") && milestoneId) add([await ownerOf(db, where, milestoneId)], "owner");
  // Where who asked works here no more, the lead goes on with it.
  if (asks || parts.includes("lead")) add([await leadOf(db, where)], "lead");
  if (parts.includes("talker")) add(await talkersOf(db, where, thing.id), "talker");
  if (parts.includes("team")) add(await teamOf(db, where), "team");
  if (parts.includes("watcher")) add(await watchersOf(db, where, thing.id, clientTalk === true), "watcher");
  return found;
}

async function askerOf(
  db: Tx,
  { workspaceId }: Where,
  { kind, id }: Meant["thing"],
): Promise<string | null | undefined> {
  if (kind === "proposal") {
    const row = await db
      .selectFrom("proposals as o")
      .innerJoin("inputRounds as r", (on) =>
        on.onRef("r.workspaceId", "=", "o.workspaceId").onRef("r.id", "=", "o.roundId"),
      )
      .select("r.askedBy")
      .where("o.workspaceId", "=", workspaceId)
      .where("o.id", "=", id)
      .executeTakeFirst();
    return row?.askedBy;
  }
  const row = await db
    .selectFrom(kind === "approval" ? "approvals" : "clientRequests")
    .select("askedBy")
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.askedBy;
}

async function ownerOf(db: Tx, { workspaceId }: Where, milestoneId: string) {
  const row = await db
    .selectFrom("milestones")
    .select("ownerId")
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", milestoneId)
    .executeTakeFirst();
  return row?.ownerId;
}

async function leadOf(db: Tx, { workspaceId, projectId }: Where) {
  const row = await db
    .selectFrom("projects")
    .select("leadId")
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", projectId)
    .executeTakeFirst();
  return row?.leadId;
}

/** Who wrote a message, and who has said something under it. */
async function talkersOf(db: Tx, { workspaceId }: Where, messageId: string): Promise<(string | null)[]> {
  const { rows } = await sql<{
    id: string | null;
  }>`select author_id as id from messages where workspace_id = ${workspaceId} and id = ${messageId}
    union select c.author_id from threads t join comments c on c.workspace_id = t.workspace_id and c.thread_id = t.id
      where t.workspace_id = ${workspaceId} and t.message_id = ${messageId} and c.deleted_at is null`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

async function teamOf(db: Tx, { workspaceId, projectId }: Where): Promise<string[]> {
  const rows = await db
    .selectFrom("projectMembers")
    .select("personId")
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Guests do not read what is said with the client. */
async function watchersOf(
  db: Tx,
  { workspaceId }: Where,
  cardId: string,
  withoutGuests: boolean,
): Promise<string[]> {
  const { rows } = await sql<{
    personId: string;
  }>`select w.person_id from (${watchersOfCard(workspaceId, cardId)}) w
    join members m on m.workspace_id = ${workspaceId} and m.person_id = w.person_id
    where not ${withoutGuests} or m.role <> 'guest'`.execute(db);
  return rows.map(({ personId }) => personId);
}

export interface Hearer {
  personId: string;
  muted: boolean;
  /** They have switched this kind of mail off. */
  refused: boolean;
}

/** Of these people the members who work here and may see the thing: what somebody may not see, they do not hear of. */
export async function hearersAmong(
  db: Tx,
  { workspaceId, projectId }: Where,
  { people, thing, mail }: { people: readonly string[]; thing: Meant["thing"]; mail: MailKind | undefined },
): Promise<Hearer[]> {
  if (people.length === 0) return [];
  return db
    .selectFrom("members as m")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").on("p.id", "=", projectId),
    )
    .leftJoin("projectMembers as part", (on) =>
      on
        .onRef("part.workspaceId", "=", "m.workspaceId")
        .onRef("part.personId", "=", "m.personId")
        .on("part.projectId", "=", projectId),
    )
    .select("m.personId")
    .select((row) => [
      row
        .exists(
          row
            .selectFrom("mutes as u")
            .select("u.thingId")
            .whereRef("u.workspaceId", "=", "m.workspaceId")
            .whereRef("u.personId", "=", "m.personId")
            .where("u.thingId", "in", [thing.id, projectId]),
        )
        .as("muted"),
      row
        .exists(
          row
            .selectFrom("mailRefusals as f")
            .select("f.kind")
            .whereRef("f.workspaceId", "=", "m.workspaceId")
            .whereRef("f.personId", "=", "m.personId")
            .where("f.kind", "=", mail ?? ""),
        )
        .as("refused"),
    ])
    .where("m.workspaceId", "=", workspaceId)
    .where("m.personId", "in", people)
    .where("m.status", "=", "active")
    .where((is) =>
      is.or([
        is("m.role", "in", ["owner", "admin"]),
        is("part.role", "is not", null),
        is("p.leadId", "=", is.ref("m.personId")),
      ]),
    )
    .where((is) => is.or([is("m.role", "!=", "guest"), onCard(thing.kind, thing.id)]))
    .where(notInTrash("p.workspaceId", "p.id"))
    .$castTo<Hearer>()
    .execute();
}

/** Guests are there for the cards that carry them. */
function onCard(kind: ThingKind, id: string) {
  if (kind !== "card") return sql<boolean>`false`;
  return sql<boolean>`exists (select from card_people g where g.workspace_id = m.workspace_id and g.card_id = ${id} and g.person_id = m.person_id)`;
}
