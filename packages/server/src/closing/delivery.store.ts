import { type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { DeliveryRecordsTable } from "../db/follow-up-schema.ts";

export type DeliveryRow = Selectable<DeliveryRecordsTable> & { by: string | null };

function records(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom("deliveryRecords as d")
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "d.workspaceId").onRef("q.id", "=", "d.personId"),
    )
    .selectAll("d")
    .select("q.name as by")
    .where("d.workspaceId", "=", workspaceId);
}

/** Newest first. */
export async function listDeliveries({ tx, actor }: Scope, projectId: string): Promise<DeliveryRow[]> {
  return records(tx, actor.workspaceId)
    .where("d.projectId", "=", projectId)
    .orderBy("d.createdAt", "desc")
    .execute();
}

export async function findDelivery({ tx, actor }: Scope, id: string): Promise<DeliveryRow | undefined> {
  return records(tx, actor.workspaceId).where("d.id", "=", id).executeTakeFirst();
}

export async function insertDelivery(
  { tx, actor, now }: Scope,
  row: Pick<DeliveryRow, "id" | "projectId" | "record" | "hash" | "namesHidden">,
): Promise<void> {
  const { workspaceId, personId } = actor;
  await tx
    .insertInto("deliveryRecords")
    .values({ ...row, workspaceId, personId, createdAt: now })
    .execute();
}

export interface DeliveredProject {
  name: string;
  startOn: string | null;
  completedOn: string | null;
  clientId: string | null;
}

/** The project, and the day on which it was completed the last time. */
export async function deliveredProject({ tx, actor }: Scope, id: string): Promise<DeliveredProject> {
  const { rows } = await sql<DeliveredProject>`
    select p.name, p.start_on, p.client_id, (select (max(e.at) at time zone w.zone)::date from events e
        where e.workspace_id = p.workspace_id and e.project_id = p.id and e.verb = 'project.changed'
          and e.data -> 'state' ->> 'to' = 'completed') as completed_on
    from projects p join workspaces w on w.workspace_id = p.workspace_id
    where p.workspace_id = ${actor.workspaceId} and p.id = ${id}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("a project that was loaded");
  return row;
}

/** What the client approved of this project, in its order: plans, milestones, changes. */
export async function approvedIds({ tx, actor }: Scope, projectId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("approvals")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("audience", "=", "client")
    .where("kind", "in", ["plan", "definition", "completion", "change"])
    .where("outcome", "in", ["approved", "chosen"])
    .where("cancelledAt", "is", null)
    .orderBy("number")
    .orderBy("round")
    .execute();
  return rows.map(({ id }) => id);
}

/** Words that somebody of the client has confirmed and stands by, in their order. */
export async function confirmedQuotes({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("clientQuotes")
    .select(["id", "personId", "confirmedWords", "confirmedAt", "nameHidden"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("confirmedAt", "is not", null)
    .where("declinedAt", "is", null)
    .orderBy("confirmedAt")
    .orderBy("id")
    .$narrowType<{ confirmedAt: Date; confirmedWords: string }>()
    .execute();
}

/** Names as they are today, by id: of people, the project, its client and the house; nobody who was erased. */
export async function namesNow(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from persons where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and erased_at is null
    union all select id, name from projects where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])
    union all select id, name from clients where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])
    union all select workspace_id, name from workspaces where workspace_id = ${workspaceId} and workspace_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface ChainLink {
  n: number;
  hash: string;
  body: string | null;
  eventId: string;
  contentHash: string;
  approvalId: string | null;
  covers: unknown;
  verb: string;
  subjectKind: string;
  subjectId: string;
  audience: string;
  actorId: string | null;
  at: string;
  data: unknown;
}

/** The chain of a project up to the seal of this record; empty while that is not there. */
export async function chainUpTo(
  tx: Tx,
  { workspaceId, projectId, hash }: { workspaceId: string; projectId: string; hash: string },
): Promise<ChainLink[]> {
  const { rows } = await sql<ChainLink>`
    with own as (select min(s.n) as n from seals s join events e on e.workspace_id = s.workspace_id and e.id = s.event_id
      where s.workspace_id = ${workspaceId} and s.chain = ${projectId} and e.verb = 'project.delivered' and e.data ->> 'hash' = ${hash})
    select s.n, s.hash, s.body, s.event_id, s.content_hash, s.approval_id, s.covers, e.verb, e.subject_kind, e.subject_id,
      e.audience, e.actor_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.data
    from seals s join own on s.n <= own.n
    join events e on e.workspace_id = s.workspace_id and e.id = s.event_id
    where s.workspace_id = ${workspaceId} and s.chain = ${projectId} order by s.n`.execute(tx);
  return rows;
}
