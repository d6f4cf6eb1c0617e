import type { DatePercentiles, EndedMilestone, ToldForecast } from "@milepost/planning";
import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

const MOST = 200;

export interface ReachedMilestone {
  id: string;
  reachedOn: string;
}

/** Reached milestones of a project that nobody has looked back on yet, where there is something to look at. */
export async function unsettled({ tx, actor }: Scope, projectId: string): Promise<ReachedMilestone[]> {
  const { rows } = await sql<ReachedMilestone>`
    select m.id, m.reached_on as "reachedOn" from milestones m
    where m.workspace_id = ${actor.workspaceId} and m.project_id = ${projectId} and m.state = 'accepted' and m.reached_on is not null
      and not exists (select from forecast_outcomes o where o.workspace_id = m.workspace_id and o.milestone_id = m.id and o.reached_on = m.reached_on)
      and exists (select from forecasts f where f.workspace_id = m.workspace_id and f.project_id = m.project_id and f.today < m.reached_on)
    order by m.id`.execute(tx);
  return rows;
}

export interface ToldOfMilestone extends ToldForecast {
  byEstimates: DatePercentiles | null;
  byPace: DatePercentiles | null;
}

/** What was forecast of one milestone, the last word of each day. */
export async function toldOf(
  { tx, actor }: Scope,
  projectId: string,
  milestoneId: string,
): Promise<ToldOfMilestone[]> {
  const { rows } = await sql<{
    madeOn: string;
    told: DatePercentiles & { state: string };
    grounds: Pick<ToldOfMilestone, "byEstimates" | "byPace"> | null;
  }>`
    select distinct on (f.today) f.today as "madeOn",
      jsonb_path_query_first(f.result, '$.milestones[*] ? (@.id == $id)', jsonb_build_object('id', ${milestoneId}::text)) as told,
      jsonb_path_query_first(f.result, '$.grounds.milestones[*] ? (@.id == $id)', jsonb_build_object('id', ${milestoneId}::text)) as grounds
    from forecasts f where f.workspace_id = ${actor.workspaceId} and f.project_id = ${projectId}
    order by f.today, f.created_at desc`.execute(tx);
  return rows.flatMap(({ madeOn, told, grounds }) =>
    told?.state === "forecast"
      ? [
          {
            ...datesIn(told),
            madeOn,
            byEstimates: grounds?.byEstimates ?? null,
            byPace: grounds?.byPace ?? null,
          },
        ]
      : [],
  );
}

/** Keeps by which forecast a milestone is judged; null when there was none. */
export async function keepOutcome(
  { tx, actor, now }: Scope,
  { id, reachedOn }: ReachedMilestone,
  told: ToldOfMilestone | null,
): Promise<void> {
  const facts = {
    reachedOn,
    madeOn: told?.madeOn ?? null,
    named: told && JSON.stringify(datesIn(told)),
    // Before both were kept apart the dates were those of the estimates.
    byEstimates: told && JSON.stringify(told.byEstimates ?? datesIn(told)),
    byPace: told?.byPace ? JSON.stringify(told.byPace) : null,
  };
  await tx
    .insertInto("forecastOutcomes")
    .values({ workspaceId: actor.workspaceId, milestoneId: id, createdAt: now, ...facts })
    .onConflict((conflict) => conflict.columns(["workspaceId", "milestoneId"]).doUpdateSet(facts))
    .execute();
}

/** How the forecasts of the whole workspace have ended, the newest of them, in the order in which they did. */
export async function endedMilestones({ tx, actor }: Scope): Promise<EndedMilestone[]> {
  const rows = await tx
    .selectFrom("forecastOutcomes as o")
    .innerJoin("milestones as m", (on) =>
      on
        .onRef("m.workspaceId", "=", "o.workspaceId")
        .onRef("m.id", "=", "o.milestoneId")
        .onRef("m.reachedOn", "=", "o.reachedOn"),
    )
    .select(["o.madeOn", "o.reachedOn", "o.named", "o.byEstimates", "o.byPace"])
    .where("o.workspaceId", "=", actor.workspaceId)
    .where("o.madeOn", "is not", null)
    .where("m.state", "=", "accepted")
    .where(notInTrash("m.workspaceId", "m.id"))
    .where(notInTrash("m.workspaceId", "m.projectId"))
    .orderBy("o.reachedOn", "desc")
    .orderBy("o.milestoneId")
    .limit(MOST)
    .execute();
  return rows.reverse().map(({ madeOn, reachedOn, named, byEstimates, byPace }) => ({
    madeOn: madeOn ?? reachedOn,
    reachedOn,
    // What stands in the columns is what `keepOutcome` put there.
    named: named as DatePercentiles,
    byEstimates: byEstimates as DatePercentiles,
    byPace: byPace as DatePercentiles | null,
  }));
}

function datesIn({ p5On, p20On, p50On, p80On, p90On, p95On }: DatePercentiles): DatePercentiles {
  return { p5On, p20On, p50On, p80On, p90On, p95On };
}
