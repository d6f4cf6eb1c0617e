import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** The checklist lines of the project's cards, card by card, in their order. */
export function projectChecklists({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("checklistItems as i")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "i.workspaceId").onRef("c.id", "=", "i.cardId"),
    )
    .select(["i.cardId", "c.title", "i.heading", "i.text"])
    .where("i.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .orderBy("i.cardId")
    .orderBy("i.position")
    .orderBy("i.id")
    .execute();
}

/** When its reached milestones were begun and accepted, by milestone; null where nobody moved it to active. */
export async function reallyWorked(
  { tx, actor }: Scope,
  projectId: string,
  zone: string,
): Promise<Record<string, { startOn: string | null; reachedOn: string }>> {
  const { rows } = await sql<{ id: string; startOn: string | null; reachedOn: string }>`
    select m.id, m.reached_on, (select (min(o.created_at) at time zone ${zone})::date from milestone_moves o
        where o.workspace_id = m.workspace_id and o.milestone_id = m.id and o.to_state = 'active') as start_on
    from milestones m
    where m.workspace_id = ${actor.workspaceId} and m.project_id = ${projectId} and m.state = 'accepted' and m.reached_on is not null`.execute(
    tx,
  );
  return Object.fromEntries(rows.map(({ id, startOn, reachedOn }) => [id, { startOn, reachedOn }]));
}
