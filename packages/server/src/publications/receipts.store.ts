import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { Recipient } from "./publications.store.ts";

export type Side = "team" | "client";

/** Who of the team works on the project, and whoever leads it: everybody but guests, who read no plan. */
export async function teamOf({ tx, actor }: Scope, projectId: string): Promise<Recipient[]> {
  return tx
    .selectFrom("members as m")
    .innerJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "m.workspaceId").onRef("q.id", "=", "m.personId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").on("p.id", "=", projectId),
    )
    .leftJoin("projectMembers as r", (on) =>
      on
        .onRef("r.workspaceId", "=", "m.workspaceId")
        .onRef("r.personId", "=", "m.personId")
        .onRef("r.projectId", "=", "p.id"),
    )
    .select(["q.id", "q.name", "q.email", "q.language"])
    .select(
      sql<string>`case when p.lead_id = m.person_id then 'lead' else coalesce(r.role, 'member') end`.as(
        "role",
      ),
    )
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.status", "=", "active")
    .where("m.role", "!=", "guest")
    .where((is) => is.or([is("r.personId", "is not", null), is("p.leadId", "=", is.ref("m.personId"))]))
    .orderBy("q.name")
    .orderBy("q.id")
    .execute();
}

/** One row a person and publication, made when it is told; once, however often that is tried. */
export async function insertReceipts(
  { tx, actor, now }: Scope,
  publicationId: string,
  people: readonly { id: string; side: Side }[],
): Promise<void> {
  if (people.length === 0) return;
  await tx
    .insertInto("noticeReceipts")
    .values(
      people.map(({ id, side }) => ({
        workspaceId: actor.workspaceId,
        publicationId,
        personId: id,
        handedOverBy: null,
        side,
        sentAt: now,
        readAt: null,
        acknowledgedAt: null,
        questionedAt: null,
        createdAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whose receipt of which publication. */
export interface Whose {
  workspaceId: string;
  publicationId: string;
  personId: string;
}

function own(tx: Tx, { workspaceId, publicationId, personId }: Whose) {
  return tx
    .updateTable("noticeReceipts")
    .where("workspaceId", "=", workspaceId)
    .where("publicationId", "=", publicationId)
    .where("personId", "=", personId);
}

export async function hasReceipt(tx: Tx, { workspaceId, publicationId, personId }: Whose): Promise<boolean> {
  const row = await tx
    .selectFrom("noticeReceipts")
    .select("personId")
    .where("workspaceId", "=", workspaceId)
    .where("publicationId", "=", publicationId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Only the first time counts. */
export async function markRead(tx: Tx, whose: Whose, now: Date): Promise<void> {
  await own(tx, whose).set({ readAt: now }).where("readAt", "is", null).execute();
}

/** All that this person was told of this project and had not seen: it stood on the page that they saw. */
export async function markAllRead(
  tx: Tx,
  { workspaceId, personId, projectId }: Omit<Whose, "publicationId"> & { projectId: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable("noticeReceipts")
    .set({ readAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .where("readAt", "is", null)
    .where("publicationId", "in", (row) =>
      row
        .selectFrom("publications")
        .select("id")
        .where("workspaceId", "=", workspaceId)
        .where("projectId", "=", projectId)
        .where("withdrawnAt", "is", null),
    )
    .execute();
}

/** False when they had said so before. */
export async function markAcknowledged(
  tx: Tx,
  whose: Whose,
  { now, handedOverBy }: { now: Date; handedOverBy: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await own(tx, whose)
    .set((row) => ({
      acknowledgedAt: now,
      readAt: row.fn.coalesce("readAt", sql<Date>`${now}`),
      handedOverBy,
    }))
    .where("acknowledgedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function markQuestioned(
  tx: Tx,
  whose: Whose,
  { now, handedOverBy, question }: { now: Date; handedOverBy: string | null; question: string },
): Promise<void> {
  await own(tx, whose)
    .set((row) => ({
      questionedAt: now,
      question,
      readAt: row.fn.coalesce("readAt", sql<Date>`${now}`),
      handedOverBy,
    }))
    .execute();
}
