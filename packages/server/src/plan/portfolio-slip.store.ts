import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface BaselineDate {
  projectId: string;
  n: number;
  takenOn: string;
  milestoneId: string;
  targetOn: string;
}

/** The dates that the plans of these projects are measured against: those of the last that its client approved, else of its first. */
export async function baselineDates(
  { tx, actor }: Scope,
  projectIds: readonly string[],
): Promise<BaselineDate[]> {
  const { rows } = await sql<BaselineDate>`
    select v.project_id, v.n, (v.created_at at time zone w.zone)::date as taken_on, m.id as milestone_id, m."targetOn" as target_on
    from (select distinct on (project_id) * from plan_versions
      where workspace_id = ${actor.workspaceId} and project_id = any(${[...projectIds]}::uuid[]) and withdrawn_at is null
      order by project_id, (select -p.n from plan_versions p join approvals a on a.workspace_id = p.workspace_id and a.plan_version_id = p.id
        where p.workspace_id = plan_versions.workspace_id and p.id = plan_versions.id and a.kind = 'plan' and a.outcome = 'approved' limit 1) nulls last, n) v
    join workspaces w on w.workspace_id = v.workspace_id
    cross join jsonb_to_recordset(v.snapshot::jsonb -> 'milestones') as m(id uuid, "targetOn" date)
    where m."targetOn" is not null`.execute(tx);
  return rows;
}

export interface WeekDate {
  milestoneId: string;
  onDay: string;
  targetOn: string | null;
}

/** What was planned for their milestones at the end of each week that ends on the weekday of `today`, oldest first. */
export async function weeklyDates(
  { tx, actor }: Scope,
  projectIds: readonly string[],
  { today, weeks }: { today: string; weeks: number },
): Promise<WeekDate[]> {
  const { rows } = await sql<WeekDate>`
    select milestone_id, on_day, target_on from (
      select distinct on (milestone_id, week) * from (
        select d.milestone_id, d.on_day, d.target_on, (${today}::date - d.on_day) / 7 as week
        from milestones m
        join daily_snapshots d on d.workspace_id = m.workspace_id and d.milestone_id = m.id
        where m.workspace_id = ${actor.workspaceId} and m.project_id = any(${[...projectIds]}::uuid[])
          and d.on_day > ${today}::date - ${7 * weeks}::int and d.on_day <= ${today}::date) each_day
      order by milestone_id, week, on_day desc) last_of_week
    order by on_day`.execute(tx);
  return rows;
}
