import { sql } from "kysely";
import type { Actor } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";
import { seesAllProjects } from "../projects/project-access.store.ts";

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
    .select(seenBy(actor).as("seen"))
    .where("t.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("c.workspaceId", "c.id"))
    .where(notInTrash("p.workspaceId", "p.id"));
}

/** Whether the card `c` of the project `p` is one that this person sees: what they wrote down stays theirs after they have left. */
function seenBy(actor: Actor) {
  if (seesAllProjects(actor)) return sql<boolean>`true`;
  const isGuest = actor.role === "guest";
  return sql<boolean>`(p.lead_id = ${actor.personId} or exists (select from project_members pm
      where pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.person_id = ${actor.personId}))
    and (not ${isGuest} or exists (select from card_people cp
      where cp.workspace_id = c.workspace_id and cp.card_id = c.id and cp.person_id = ${actor.personId}))`;
}

export type TimeEntryRow = Awaited<ReturnType<typeof entriesOfCard>>[number];

/** What the team has written down on a card; a guest reads their own. */
export function entriesOfCard(scope: Scope, cardId: string) {
  const { personId, role } = scope.actor;
  let query = entries(scope).where("t.cardId", "=", cardId);
  if (role === "guest") query = query.where("t.personId", "=", personId);
  return query.orderBy("t.onDate", "desc").orderBy("t.createdAt", "desc").execute();
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

/** False when somebody else was faster. */
export async function deleteEntry({ tx, actor }: Scope, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom("timeEntries")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

/** Takes one's own entries back as they were made; how many of them still were so. */
export async function deleteUntouched({ tx, actor }: Scope, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await tx
    .deleteFrom("timeEntries")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("id", "in", ids)
    .where("revision", "=", 1)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Whoever writes down time of their own in a second window waits until this transaction is done. */
export async function holdOwnTime({ tx, actor }: Scope): Promise<void> {
  await tx
    .selectFrom("members")
    .select("personId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .forNoKeyUpdate()
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
