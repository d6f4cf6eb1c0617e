import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import { notInTrash } from "../db/trash.ts";
import { visibleMilestones } from "../milestones/milestones.store.ts";

export interface MilestoneEvent extends Cursor {
  milestoneId: string;
}

export async function milestoneEvents(db: Tx, cursor: Cursor, limit: number): Promise<MilestoneEvent[]> {
  return db
    .selectFrom("events as e")
    .select(["e.subjectId as milestoneId", "e.position", txOfEvent.as("tx")])
    .where(settled)
    .where(after(cursor))
    .where("e.subjectKind", "=", "milestone")
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}

/**
 * What is planned today, one row a milestone and day in the zone of its workspace: the last word of a day stays, and
 * saying it twice changes nothing. Of these milestones, or of all that are open in projects that go on.
 */
export async function keepToday(db: Tx, now: Date, milestoneIds: readonly string[] | null): Promise<void> {
  const which =
    milestoneIds === null
      ? sql`m.state not in ('accepted', 'dropped') and p.archived_at is null and p.state <> 'completed'`
      : sql`m.id = any(${[...milestoneIds]}::uuid[])`;
  await sql`
    insert into daily_snapshots as d (workspace_id, milestone_id, on_day, start_on, target_on, state)
    select m.workspace_id, m.id, (${now}::timestamptz at time zone w.zone)::date, m.start_on, m.target_on, m.state
    from milestones m
    join workspaces w on w.workspace_id = m.workspace_id
    join projects p on p.workspace_id = m.workspace_id and p.id = m.project_id
    where ${which} and ${notInTrash("m.workspaceId", "m.id")} and ${notInTrash("p.workspaceId", "p.id")}
    on conflict (workspace_id, milestone_id, on_day) do update
      set start_on = excluded.start_on, target_on = excluded.target_on, state = excluded.state
      where (d.start_on, d.target_on, d.state) is distinct from (excluded.start_on, excluded.target_on, excluded.state)`.execute(
    db,
  );
}

/** Before this day the last snapshot of each week is enough. */
export async function thinSnapshots(db: Tx, before: string): Promise<void> {
  await sql`
    delete from daily_snapshots d using daily_snapshots later
    where d.on_day < ${before}::date and later.on_day < ${before}::date
      and later.workspace_id = d.workspace_id and later.milestone_id = d.milestone_id
      and later.on_day > d.on_day and date_trunc('week', later.on_day) = date_trunc('week', d.on_day)`.execute(
    db,
  );
}

/** What was planned on each day for the milestones that this person may see, oldest first. */
export async function snapshotsOf(scope: Scope, projectId: string) {
  return visibleMilestones(scope)
    .innerJoin("dailySnapshots as d", (on) =>
      on.onRef("d.workspaceId", "=", "m.workspaceId").onRef("d.milestoneId", "=", "m.id"),
    )
    .select(["d.milestoneId", "d.onDay", "d.targetOn"])
    .where("m.projectId", "=", projectId)
    .orderBy("d.onDay")
    .execute();
}
