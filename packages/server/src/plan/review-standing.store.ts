import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface StandingRow {
  projectId: string;
  cadence: string;
  everyDays: number | null;
  startsOn: string;
  setOn: string;
  /** The newest review, where it is neither held nor skipped. */
  dueOn: string | null;
  /** The earliest since the last that was held, where it is before today and neither held nor skipped. */
  missedOn: string | null;
  lastHeldOn: string | null;
  /** Since the last that was held. */
  skipped: number;
}

/** How the reviews of these projects went; projects without a cadence are left out. Days are those of the workspace's zone. */
export async function reviewStandings(
  { tx, actor }: Scope,
  projectIds: readonly string[],
  today: string,
): Promise<StandingRow[]> {
  if (projectIds.length === 0) return [];
  const { rows } = await sql<StandingRow>`
    select s.project_id, s.cadence, s.every_days, s.starts_on, (s.created_at at time zone w.zone)::date as set_on,
      (select case when r.held_at is null and r.skipped_at is null then r.due_on end from reviews r
        where r.workspace_id = s.workspace_id and r.project_id = s.project_id order by r.due_at desc limit 1) as due_on,
      (select min(r.due_on) from reviews r where r.workspace_id = s.workspace_id and r.project_id = s.project_id
        and r.held_at is null and r.skipped_at is null and r.due_on < ${today}::date and r.due_on > coalesce(held.due_on, '-infinity')) as missed_on,
      (held.at at time zone w.zone)::date as last_held_on,
      (select count(*)::integer from reviews r where r.workspace_id = s.workspace_id and r.project_id = s.project_id
        and r.skipped_at > coalesce(held.at, '-infinity')) as skipped
    from review_series s
    join workspaces w on w.workspace_id = s.workspace_id
    cross join lateral (select max(r.held_at) as at, max(r.due_on) as due_on from reviews r
      where r.workspace_id = s.workspace_id and r.project_id = s.project_id and r.held_at is not null) as held
    where s.workspace_id = ${actor.workspaceId} and s.project_id in (${sql.join([...projectIds])}) and s.ended_at is null`.execute(
    tx,
  );
  return rows;
}
