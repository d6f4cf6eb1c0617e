import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface ScopeChange {
  milestoneId: string;
  added: number;
  removed: number;
}

/**
 * Which cards came to each milestone and which went since the first version of the plan; null while there is none. Where a
 * card was then, the first change of its milestone since tells; what is put off or done belongs to it all the same.
 */
export async function scopeChanges({ tx, actor }: Scope, projectId: string): Promise<ScopeChange[] | null> {
  const { workspaceId } = actor;
  const { rows } = await sql<ScopeChange & { milestoneId: string | null }>`
    with base as (select created_at as at from plan_versions
      where workspace_id = ${workspaceId} and project_id = ${projectId} order by n limit 1),
    moved as (select distinct on (e.subject_id) e.subject_id, (e.data #>> '{before,milestoneId}')::uuid as milestone_id
      from events e cross join base where e.workspace_id = ${workspaceId} and e.project_id = ${projectId}
        and e.verb = 'card.milestoneChanged' and e.at > base.at order by e.subject_id, e.position),
    seen as (select c.milestone_id as now_id,
        case when moved.subject_id is null then c.milestone_id else moved.milestone_id end as then_id,
        (c.archived_at is null or c.done_at is not null) and t.thing_id is null as here,
        c.created_at <= base.at and (c.archived_at is null or c.done_at is not null or c.archived_at > base.at)
          and (t.thing_id is null or t.created_at > base.at) as there
      from cards c cross join base
      left join moved on moved.subject_id = c.id
      left join trash t on t.workspace_id = c.workspace_id and t.thing_id = c.id
      where c.workspace_id = ${workspaceId} and c.project_id = ${projectId})
    select milestone_id, count(*) filter (where here and not there) as added, count(*) filter (where there and not here) as removed
    from (select now_id as milestone_id, here, there and then_id is not distinct from now_id as there from seen
      union all select then_id, false, there from seen where then_id is distinct from now_id) each
    where milestone_id is not null group by milestone_id
    union all select null, 0, 0 from base`.execute(tx);
  if (rows.length === 0) return null;
  return rows.filter(({ milestoneId }) => milestoneId !== null);
}
