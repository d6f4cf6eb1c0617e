import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { manyAfter } from "../kit/position.ts";

/** Cards and minor milestones of a milestone that are not in the trash. */
export async function countCards({ tx, actor }: Scope, milestoneId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from cards x where x.workspace_id = ${actor.workspaceId} and x.milestone_id = ${milestoneId} and ${THERE})
      + (select count(*) from milestones x where x.workspace_id = ${actor.workspaceId} and x.parent_id = ${milestoneId} and ${THERE}))::int as count`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

const THERE = sql`not exists (select from trash t where t.workspace_id = x.workspace_id and t.thing_id = x.id)`;

/** Open cards of a milestone; only those that are named, where some are. */
function openIn({ actor }: Scope, milestoneId: string, only: readonly string[] | null) {
  const named = only ? sql`and x.id = any(${[...only]}::uuid[])` : sql``;
  return sql`x.workspace_id = ${actor.workspaceId} and x.milestone_id = ${milestoneId}
    and x.done_at is null and x.archived_at is null and ${THERE} ${named}`;
}

/** Open cards of one milestone serve another from now on; their places stay. */
export async function giveOpenCards(
  scope: Scope,
  from: string,
  to: string,
  only: readonly string[] | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update cards x set milestone_id = ${to}, touched_at = ${scope.now} where ${openIn(scope, from, only)} returning x.id`.execute(
    scope.tx,
  );
  return rows.map(({ id }) => id);
}

/** Open cards are put away with the milestone that they served. */
export async function archiveOpenCards(
  scope: Scope,
  from: string,
  only: readonly string[] | null,
): Promise<string[]> {
  const { tx, now } = scope;
  const { rows } = await sql<{ id: string }>`
    update cards x set archived_at = ${now}, touched_at = ${now} where ${openIn(scope, from, only)} returning x.id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Open cards leave their milestone and the board for the end of the Later list, in their order. */
export async function postponeOpenCards(
  scope: Scope,
  projectId: string,
  from: string,
  only: readonly string[] | null,
): Promise<string[]> {
  const { tx, actor, now } = scope;
  const ids = await openInOrder(scope, from, only);
  const positions = await atTheEnd(scope, projectId, null, ids.length);
  await sql`update cards x set milestone_id = null, place = 'later', column_id = null, position = n.position, touched_at = ${now}
    from unnest(${ids}::uuid[], ${positions}::text[]) as n (id, position)
    where x.workspace_id = ${actor.workspaceId} and x.id = n.id`.execute(tx);
  return ids;
}

/** Open cards are done: they stay with their milestone, at the end of a column that says so. */
export async function finishOpenCards(
  scope: Scope,
  { projectId, columnId }: { projectId: string; columnId: string },
  from: string,
  only: readonly string[] | null,
): Promise<string[]> {
  const { tx, actor, now } = scope;
  const ids = await openInOrder(scope, from, only);
  const positions = await atTheEnd(scope, projectId, columnId, ids.length);
  await sql`update cards x set place = 'board', column_id = ${columnId}, position = n.position, done_at = ${now}, touched_at = ${now}
    from unnest(${ids}::uuid[], ${positions}::text[]) as n (id, position)
    where x.workspace_id = ${actor.workspaceId} and x.id = n.id`.execute(tx);
  return ids;
}

export async function firstDoneColumn({ tx, actor }: Scope, projectId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("columns")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("category", "=", "done")
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function openInOrder(scope: Scope, from: string, only: readonly string[] | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select x.id from cards x where ${openIn(scope, from, only)}
    order by x.place, x.column_id, x.position collate "C" for update`.execute(scope.tx);
  return rows.map(({ id }) => id);
}

/** Places behind the last card of a column, or of the Later list. */
async function atTheEnd(
  { tx, actor }: Scope,
  projectId: string,
  columnId: string | null,
  count: number,
): Promise<string[]> {
  const list = columnId ? sql`column_id = ${columnId}` : sql`column_id is null and place = 'later'`;
  const { rows } = await sql<{ position: string | null }>`
    select max(position) as position from cards
    where workspace_id = ${actor.workspaceId} and project_id = ${projectId} and ${list}`.execute(tx);
  return manyAfter(rows[0]?.position ?? null, count);
}

/** Where a card stands: a column of the board with its spot, or a list beside it. */
export interface CardSpot {
  id: string;
  place: string;
  columnId: string | null;
  position: string;
}

/** Where the open cards of a milestone stand now. */
export async function spotsOfOpenCards(scope: Scope, milestoneId: string): Promise<CardSpot[]> {
  const { rows } = await sql<CardSpot>`
    select x.id, x.place, x.column_id, x.position from cards x where ${openIn(scope, milestoneId, null)} order by x.number`.execute(
    scope.tx,
  );
  return rows;
}

/** Cards that were put off with a milestone serve it again, each where it stood if that spot is free. */
export async function giveBackSpots(
  { tx, actor, now }: Scope,
  milestoneId: string,
  spots: readonly CardSpot[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update cards x set milestone_id = ${milestoneId}, place = n.place, column_id = n.column_id, position = n.position, touched_at = ${now}
    from unnest(${spots.map(({ id }) => id)}::uuid[], ${spots.map(({ place }) => place)}::text[], ${spots.map(({ columnId }) => columnId)}::uuid[],
      ${spots.map(({ position }) => position)}::text[]) as n (id, place, column_id, position)
    where x.workspace_id = ${actor.workspaceId} and x.id = n.id and ${PUT_OFF}
      and (n.column_id is null or exists (select from columns c where c.workspace_id = x.workspace_id and c.project_id = x.project_id and c.id = n.column_id))
      and not exists (select from cards o where o.workspace_id = x.workspace_id and o.column_id = n.column_id and o.position = n.position)
    returning x.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Cards that were put off serve the milestone again and stay on the Later list: their spot is gone or taken. */
export async function giveBackLater(
  { tx, actor, now }: Scope,
  milestoneId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`update cards x set milestone_id = ${milestoneId}, touched_at = ${now}
    where x.workspace_id = ${actor.workspaceId} and x.id = any(${[...ids]}::uuid[]) and ${PUT_OFF}`.execute(
    tx,
  );
}

/** Untouched since: whoever has gone on with a card keeps it where it is. */
const PUT_OFF = sql`x.milestone_id is null and x.place = 'later' and x.done_at is null and x.archived_at is null`;
