import type { WeekOfWork } from "@milepost/planning";
import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

const WEEKS = 26;

/**
 * The last whole weeks of a project, the oldest first: cards that were done, and cards that came after its first week, when the plan
 * was made. Weeks before the project began are left out.
 */
export async function weeksOfWork({ tx, actor, now }: Scope, projectId: string): Promise<WeekOfWork[]> {
  const { rows } = await sql<WeekOfWork>`
    with zone as (select zone from workspaces where workspace_id = ${actor.workspaceId}),
    own as (select date_trunc('week', c.created_at at time zone zone.zone) as made, date_trunc('week', c.done_at at time zone zone.zone) as done
      from cards c, zone where c.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId}),
    began as (select min(made) as week from own),
    weeks as (select generate_series(greatest(began.week, this.week - make_interval(weeks => ${WEEKS})), this.week - interval '1 week', interval '1 week') as week
      from began, (select date_trunc('week', ${now}::timestamptz at time zone zone.zone) as week from zone) this where began.week is not null)
    select (select count(*) from own where own.done = weeks.week)::int as done,
      (select count(*) from own, began where own.made = weeks.week and own.made > began.week)::int as added
    from weeks order by week`.execute(tx);
  return rows;
}
