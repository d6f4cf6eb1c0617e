import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** Those that are named, or all of a column, or what is done there. */
export type WhichCards = { cardIds: readonly string[] } | { columnId: string; only: "all" | "done" };

export interface HeldCard {
  id: string;
  title: string;
  archivedAt: Date | null;
  doneAt: Date | null;
  milestoneId: string | null;
}

/** Held in one order, so that two who act on the same cards never wait for each other in a circle. */
export async function holdCards(
  { tx, actor }: Scope,
  projectId: string,
  which: WhichCards,
  state: "there" | "archived" | "either",
): Promise<HeldCard[]> {
  const { rows } = await sql<HeldCard>`
    select c.id, c.title, c.archived_at, c.done_at, c.milestone_id from cards c
    where c.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId} and ${named(which)} ${STATES[state]} and ${notInTrash("c.workspaceId", "c.id")}
    order by c.id for update of c`.execute(tx);
  return rows;
}

const STATES = {
  there: sql`and c.archived_at is null`,
  archived: sql`and c.archived_at is not null`,
  either: sql``,
};

function named(which: WhichCards): RawBuilder<unknown> {
  if ("cardIds" in which) return sql`c.id = any(${[...which.cardIds]}::uuid[])`;
  return which.only === "done"
    ? sql`c.column_id = ${which.columnId} and c.done_at is not null`
    : sql`c.column_id = ${which.columnId}`;
}

export async function archiveAll({ tx, actor, now }: Scope, ids: readonly string[]): Promise<void> {
  await sql`update cards set archived_at = ${now}, touched_at = ${now}
    where workspace_id = ${actor.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function unarchiveAll({ tx, actor, now }: Scope, ids: readonly string[]): Promise<void> {
  await sql`update cards set archived_at = null, touched_at = ${now}
    where workspace_id = ${actor.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** None of these milestones takes open cards any more. */
export async function leaveMilestones({ tx, actor }: Scope, ids: readonly string[]): Promise<void> {
  await sql`update cards set milestone_id = null where workspace_id = ${actor.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
}

/** Where cards lay in the archive, and what they served there. */
export interface ArchivePlace {
  id: string;
  archivedAt: string;
  /** The milestone that it left because that was over. */
  left?: string | undefined;
}

/** As if they had never been brought back; what they served is theirs again unless they serve another now. */
export async function archiveAgain(
  { tx, actor, now }: Scope,
  places: readonly ArchivePlace[],
): Promise<void> {
  await sql`update cards c set archived_at = n.archived_at, touched_at = ${now},
      milestone_id = coalesce(c.milestone_id, (select m.id from milestones m where m.workspace_id = c.workspace_id and m.id = n.milestone_id))
    from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ archivedAt }) => archivedAt)}::timestamptz[],
      ${places.map(({ left }) => left ?? null)}::uuid[]) as n (id, archived_at, milestone_id)
    where c.workspace_id = ${actor.workspaceId} and c.id = n.id`.execute(tx);
}
