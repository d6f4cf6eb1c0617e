import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";

function entries({ tx, actor }: Scope) {
  return tx
    .selectFrom("timeEntries as t")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "t.workspaceId").onRef("c.id", "=", "t.cardId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.projectId"),
    )
    .select([
      "t.id",
      "t.cardId",
      "t.personId",
      "t.onDate",
      "t.minutes",
      "t.note",
      "t.revision",
      "t.createdAt",
    ])
    .select(["c.number", "c.title", "p.id as projectId", "p.key", "p.name as projectName"])
    .where("t.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("c.workspaceId", "c.id"))
    .where(notInTrash("p.workspaceId", "p.id"));
}

export type TimeEntryRow = Awaited<ReturnType<typeof entriesOfCard>>[number];

export function entriesOfCard(scope: Scope, cardId: string) {
  return entries(scope)
    .where("t.cardId", "=", cardId)
    .orderBy("t.onDate", "desc")
    .orderBy("t.createdAt", "desc")
    .execute();
}

export function findEntry(scope: Scope, id: string): Promise<TimeEntryRow | undefined> {
  return entries(scope).where("t.id", "=", id).executeTakeFirst();
}

export interface TimeWish {
  from: string;
  to: string;
  personId?: string | undefined;
  projectId?: string | undefined;
}

/** One's own; owner and admins read everybody's, and whoever leads a project that of its cards. */
export function entriesBetween(
  scope: Scope,
  { from, to, personId, projectId }: TimeWish,
): Promise<TimeEntryRow[]> {
  const { actor } = scope;
  let query = entries(scope).where("t.onDate", ">=", from).where("t.onDate", "<=", to);
  if (personId) query = query.where("t.personId", "=", personId);
  if (projectId) query = query.where("p.id", "=", projectId);
  if (actor.role !== "owner" && actor.role !== "admin")
    query = query.where((is) =>
      is.or([
        is("t.personId", "=", actor.personId),
        ...(actor.role === "member" ? [is("p.leadId", "=", actor.personId)] : []),
      ]),
    );
  return query.orderBy("t.onDate").orderBy("t.createdAt").orderBy("t.id").execute();
}

interface NewEntry {
  id: string;
  cardId: string;
  onDate: string;
  minutes: number;
  note: string;
}

export async function insertEntries({ tx, actor, now }: Scope, rows: readonly NewEntry[]): Promise<void> {
  const { workspaceId, personId } = actor;
  await tx
    .insertInto("timeEntries")
    .values(rows.map((row) => ({ ...row, workspaceId, personId, createdAt: now })))
    .execute();
}

export interface TimeEntryChange {
  onDate?: string | undefined;
  minutes?: number | undefined;
  note?: string | undefined;
}

export function updateEntry(
  { tx, actor }: Scope,
  { id, revision }: { id: string; revision: number },
  change: TimeEntryChange,
): Promise<boolean> {
  return updateSeen(tx, "timeEntries", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function deleteEntry({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("timeEntries")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** What somebody has written down on a day so far, in minutes. */
export async function minutesOfDay(
  { tx, actor }: Scope,
  onDate: string,
  except: string | null,
): Promise<number> {
  let query = tx
    .selectFrom("timeEntries")
    .select(sql<number>`coalesce(sum(minutes), 0)::int`.as("minutes"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("onDate", "=", onDate);
  if (except) query = query.where("id", "<>", except);
  return (await query.executeTakeFirstOrThrow()).minutes;
}
