import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface ReviewTimesRow {
  projectId: string;
  cadence: string;
  everyDays: number | null;
  setOn: string;
  startsOn: string;
  heldOn: string | null;
  /** The earliest since then that was neither held nor skipped, before today. */
  missedOn: string | null;
  /** Skipped since the last that was held. */
  skipped: number;
}

/** How the reviews of these projects went; none of those where nobody set a cadence, or ended it. */
export async function reviewTimes(
  { tx, actor }: Scope,
  projectIds: readonly string[],
  today: string,
): Promise<ReviewTimesRow[]> {
  const { rows } = await sql<ReviewTimesRow>`
    select s.project_id, s.cadence, s.every_days, (s.created_at at time zone w.zone)::date as set_on, s.starts_on, last.held_on,
      min(r.due_on) filter (where r.held_at is null and r.skipped_at is null and r.due_on < ${today}::date) as missed_on,
      (count(*) filter (where r.skipped_at is not null))::integer as skipped
    from review_series s
    join workspaces w on w.workspace_id = s.workspace_id
    cross join lateral (select max((h.held_at at time zone w.zone)::date) as held_on, max(h.due_on) as due_on from reviews h
      where h.workspace_id = s.workspace_id and h.project_id = s.project_id and h.held_at is not null) last
    left join reviews r on r.workspace_id = s.workspace_id and r.project_id = s.project_id and r.due_on > coalesce(last.due_on, '-infinity')
    where s.workspace_id = ${actor.workspaceId} and s.project_id = any(${[...projectIds]}::uuid[]) and s.ended_at is null
    group by 1, 2, 3, 4, 5, 6`.execute(tx);
  return rows;
}
