import { sql } from "kysely";
import type { Tx } from "../db/database.ts";

export interface DueReview {
  workspaceId: string;
  projectId: string;
  id: string;
  personId: string;
  dueAt: Date;
}

/** Reviews whose time has come and which nobody has held or skipped, with who leads them; not those that an item tells of since `told`. */
export async function dueReviews(maintenance: Tx, now: Date, toldAfterMs: number): Promise<DueReview[]> {
  const { rows } = await sql<DueReview>`
    select r.workspace_id, r.project_id, r.id, coalesce(r.leader_id, p.lead_id) as person_id, r.due_at
    from reviews r join projects p on p.workspace_id = r.workspace_id and p.id = r.project_id
    where r.due_at <= ${now}::timestamptz - make_interval(secs => ${toldAfterMs / 1_000}) and r.held_at is null and r.skipped_at is null
      and p.paused_at is null and p.archived_at is null and coalesce(r.leader_id, p.lead_id) is not null
      and not exists (select from inbox_items i where i.workspace_id = r.workspace_id and i.thing_id = r.id
        and i.person_id = coalesce(r.leader_id, p.lead_id) and i.last_at >= r.due_at + make_interval(secs => ${toldAfterMs / 1_000}))
    order by r.due_at limit 200`.execute(maintenance);
  return rows;
}
