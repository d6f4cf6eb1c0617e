import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** One time in which the client had the next word; open while `toAt` is null. */
export interface ClientTime {
  projectId: string;
  id: string;
  kind: "request" | "approval";
  title: string;
  milestoneId: string | null;
  dueOn: string | null;
  askedAt: Date;
  fromAt: Date;
  toAt: Date | null;
  /** False for what was taken back unanswered. */
  answered: boolean;
}

type Of = { projectIds: readonly string[] } | { clientId: string };

/**
 * When requests and approvals were on the client's desk, each round of a request by itself. What was decided elsewhere and
 * written down with its one answer never lay there. Guests are not told what clients are asked for.
 */
export async function clientTimes({ tx, actor, now }: Scope, of: Of): Promise<ClientTime[]> {
  if (actor.role === "guest" || ("projectIds" in of && of.projectIds.length === 0)) return [];
  const projects =
    "projectIds" in of
      ? sql`in (${sql.join([...of.projectIds])})`
      : sql`in (select id from projects where workspace_id = ${actor.workspaceId} and client_id = ${of.clientId})`;
  const request = sql`r.project_id, r.id, 'request' as kind, r.title, r.milestone_id, r.due_on, r.asked_at`;
  const { rows } = await sql<ClientTime>`
    select ${request}, coalesce(lag(a.returned_at) over (partition by r.id order by a.round), r.asked_at) as from_at,
        a.sent_at as to_at, true as answered
      from client_requests r
      join client_answers a on a.workspace_id = r.workspace_id and a.request_id = r.id and a.sent_at is not null
      where r.workspace_id = ${actor.workspaceId} and r.project_id ${projects} and r.asked_at is not null
    union all
    select ${request}, coalesce((select max(a.returned_at) from client_answers a
          where a.workspace_id = r.workspace_id and a.request_id = r.id), r.asked_at),
        case when r.state = 'cancelled' then r.closed_at end, false
      from client_requests r
      where r.workspace_id = ${actor.workspaceId} and r.project_id ${projects} and r.asked_at is not null and r.answered_at is null
        and r.state in ('asked', 'cancelled')
    union all
    select p.project_id, p.id, 'approval', p.title, p.milestone_id, p.due_on, p.opens_at, p.opens_at,
        coalesce(p.outcome_at, p.superseded_at, p.cancelled_at), p.outcome_at is not null
      from approvals p
      where p.workspace_id = ${actor.workspaceId} and p.project_id ${projects} and p.audience = 'client' and p.opens_at <= ${now}
        and jsonb_array_length(p.choices) <> 1
    order by from_at, id`.execute(tx);
  return rows;
}
