import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import { notInTrash } from "../db/trash.ts";
import { atWork } from "../reviews/occurrences.store.ts";

export interface Heard extends Cursor {
  workspaceId: string;
  id: string;
  verb: string;
  actorId: string | null;
  subjectId: string;
  projectId: string | null;
  data: unknown;
  at: Date;
}

/** Everything that happened, in the order in which it settled. */
export function heardAfter(db: Tx, cursor: Cursor, limit: number): Promise<Heard[]> {
  return db
    .selectFrom("events as e")
    .select(["e.workspaceId", "e.id", "e.position", "e.verb", "e.actorId", "e.subjectId", "e.projectId"])
    .select(["e.data", "e.at", txOfEvent.as("tx")])
    .where(settled)
    .where(after(cursor))
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}

export interface SwitchedOn {
  workspaceId: string;
  projectId: string;
  code: string;
  settings: unknown;
  since: Date;
}

/** Of these switches those that are on, in projects that go on. */
export async function switchedOnIn(
  db: Tx,
  projectIds: readonly string[],
  codes: readonly string[],
): Promise<SwitchedOn[]> {
  const { rows } = await sql<SwitchedOn>`
    select s.workspace_id, s.project_id, s.code, s.settings, s.created_at as since from switches s
    where s.project_id = any(${projectIds}::uuid[]) and s.code = any(${codes}::text[]) and ${atWork("s")}
    order by array_position(${codes}::text[], s.code)`.execute(db);
  return rows;
}

/** Who owns a milestone, else who leads its project; with what an offer to ask for approval goes by. */
export async function milestoneFacts({ tx, actor }: Scope, id: string) {
  const { rows } = await sql<{ projectId: string; ownerId: string | null; isReady: boolean }>`
    select m.project_id, coalesce(m.owner_id, p.lead_id) as owner_id,
      m.client_approval and m.state in ('agreed', 'active', 'submitted')
        and exists (select from criteria k where k.workspace_id = m.workspace_id and k.milestone_id = m.id)
        and not exists (select from criteria k where k.workspace_id = m.workspace_id and k.milestone_id = m.id and k.answer is distinct from 'met')
        and not exists (select from approvals a where a.workspace_id = m.workspace_id and a.milestone_id = m.id and a.superseded_at is null
          and a.cancelled_at is null and (a.outcome is null or a.outcome = 'approved')) as is_ready
    from milestones m join projects p on p.workspace_id = m.workspace_id and p.id = m.project_id
    where m.workspace_id = ${actor.workspaceId} and m.id = ${id} and ${notInTrash("m.workspaceId", "m.id")}`.execute(
    tx,
  );
  return rows[0];
}

const LYING = sql`c.archived_at is null and not exists (select from trash t where t.workspace_id = c.workspace_id and t.thing_id = c.id)`;

/** Cards of a milestone that are done and still on the board. */
export function doneCardsOf(scope: Scope, milestoneId: string): Promise<string[]> {
  return cardIds(scope, milestoneId, sql`c.done_at is not null`);
}

/** Open cards of a milestone that wait for the client; none while something else that was asked for it has no answer. */
export function waitingCardsOf(scope: Scope, milestoneId: string): Promise<string[]> {
  return cardIds(
    scope,
    milestoneId,
    sql`c.done_at is null and c.blocked_by_client and not exists (select from client_requests q
      where q.workspace_id = c.workspace_id and q.milestone_id = c.milestone_id and q.state = 'asked')`,
  );
}

async function cardIds({ tx, actor }: Scope, milestoneId: string, wanted: typeof LYING): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cards c where c.workspace_id = ${actor.workspaceId} and c.milestone_id = ${milestoneId} and ${LYING} and ${wanted}
    order by c.number`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function categoryOf({ tx, actor }: Scope, columnId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("columns")
    .select("category")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", columnId)
    .executeTakeFirst();
  return row?.category;
}
