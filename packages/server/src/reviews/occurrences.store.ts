import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";
import { newId } from "../kit/id.ts";

export interface SeriesFacts {
  projectId: string;
  cadence: string;
  everyDays: number | null;
  startsOn: string;
  atMinutes: number;
  setAt: Date;
  /** The newest row by its moment, or nothing but nulls. */
  id: string | null;
  dueAt: Date | null;
  dueOn: string | null;
  remindedAt: Date | null;
  openedAt: Date | null;
  isOver: boolean | null;
  earlierDueAt: Date | null;
  lastHeldAt: Date | null;
  /** Target days of open milestones, where the cadence asks for them. */
  milestoneDays: string[];
}

/** What decides which review is due, in one statement for all projects at work, or for one. */
export async function seriesFacts({ tx, actor }: Scope, projectId?: string): Promise<SeriesFacts[]> {
  const one = projectId === undefined ? sql`` : sql`and s.project_id = ${projectId}`;
  const { rows } = await sql<SeriesFacts>`
    select s.project_id, s.cadence, s.every_days, s.starts_on, s.at_minutes, s.created_at as set_at,
      n.id, n.due_at, n.due_on, n.reminded_at, n.opened_at, n.is_over,
      (select max(r.due_at) from reviews r where r.workspace_id = s.workspace_id and r.project_id = s.project_id and r.id <> n.id) as earlier_due_at,
      (select max(r.held_at) from reviews r where r.workspace_id = s.workspace_id and r.project_id = s.project_id) as last_held_at,
      array(select distinct m.target_on::text from milestones m
        where s.cadence = 'milestone' and m.workspace_id = s.workspace_id and m.project_id = s.project_id and m.target_on is not null
          and m.state not in ('accepted', 'dropped') and ${notInTrash("m.workspaceId", "m.id")}) as milestone_days
    from review_series s
    left join lateral (select r.id, r.due_at, r.due_on, r.reminded_at, r.opened_at, (r.held_at is not null or r.skipped_at is not null) as is_over
      from reviews r where r.workspace_id = s.workspace_id and r.project_id = s.project_id order by r.due_at desc limit 1) n on true
    where s.workspace_id = ${actor.workspaceId} and s.ended_at is null and ${atWork("s")} ${one}`.execute(tx);
  return rows;
}

/** Projects that go on; in all others nothing is due. */
export function atWork(alias: "s" | "r"): RawBuilder<boolean> {
  return sql`exists (select from projects j where j.workspace_id = ${sql.ref(`${alias}.workspace_id`)} and j.id = ${sql.ref(`${alias}.project_id`)}
    and j.paused_at is null and j.archived_at is null and j.state <> 'completed' and ${notInTrash("j.workspaceId", "j.id")})`;
}

/** Target days of open milestones: on these a series by milestone happens. */
export async function openTargetDays({ tx, actor }: Scope, projectId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("milestones as m")
    .select("m.targetOn")
    .distinct()
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "=", projectId)
    .where("m.state", "not in", ["accepted", "dropped"])
    .where(notInTrash("m.workspaceId", "m.id"))
    .execute();
  return rows.flatMap(({ targetOn }) => targetOn ?? []);
}

/** Workspaces in which reviews are planned. */
export async function workspacesWithReviews(maintenance: Tx): Promise<string[]> {
  const rows = await maintenance.selectFrom("reviewSeries").select("workspaceId").distinct().execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

/** Whoever else would change which review is due waits; false where the project has no cadence. */
export async function lockSeries({ tx, actor }: Scope, projectId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("reviewSeries")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("endedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Nothing where that moment has its review already. */
export async function insertDue(
  { tx, actor, now }: Scope,
  projectId: string,
  due: { dueAt: Date; dueOn: string },
): Promise<void> {
  await tx
    .insertInto("reviews")
    .values({ workspaceId: actor.workspaceId, id: newId(), projectId, ...due, createdAt: now })
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId", "dueAt"]).doNothing())
    .execute();
}

/** Only what nobody has begun; another day is told of anew. */
export async function moveDue(
  scope: Scope,
  id: string,
  due: { dueAt: Date; dueOn: string; tellAgain: boolean },
): Promise<void> {
  const { tellAgain, ...when } = due;
  await scope.tx
    .updateTable("reviews")
    .set({ ...when, ...(tellAgain ? { remindedAt: null } : {}) })
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", id)
    .where("openedAt", "is", null)
    .where("heldAt", "is", null)
    .where("skippedAt", "is", null)
    .execute();
}

/** Reviews that were still to come and that nobody has begun: of this project, or of all that ended their reviews. */
export async function deleteComing({ tx, actor, now }: Scope, id?: string): Promise<void> {
  const which =
    id === undefined
      ? sql`r.due_at > ${now} and not exists (select from review_series s
          where s.workspace_id = r.workspace_id and s.project_id = r.project_id and s.ended_at is null)`
      : sql`r.id = ${id}`;
  await sql`delete from reviews r where r.workspace_id = ${actor.workspaceId} and ${which}
    and r.opened_at is null and r.held_at is null and r.skipped_at is null`.execute(tx);
}
