import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

const WEEKS = 26;

/**
 * The days of the last half year on which cards of a project were finished, one entry a card, ascending. A card that was done within a
 * quarter of an hour of being written down says nothing about pace: it was moved in, or noted after the fact.
 */
export async function finishedDays({ tx, actor, now }: Scope, projectId: string): Promise<string[]> {
  const { rows } = await sql<{ on: string }>`
    select (c.done_at at time zone w.zone)::date as "on" from cards c join workspaces w on w.workspace_id = c.workspace_id
    where c.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId}
      and c.done_at >= ${now}::timestamptz - make_interval(weeks => ${WEEKS}) and c.done_at > c.created_at + interval '15 minutes'
      and not exists (select from trash t where t.workspace_id = c.workspace_id and t.thing_id = c.id)
    order by 1`.execute(tx);
  return rows.map(({ on }) => on);
}
