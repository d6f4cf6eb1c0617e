import { sql } from "kysely";
import type { Reading } from "../events/approval-rows.store.ts";

/** A link of the project's chain; of its event only what tells of the approval that is asked for. */
export interface ChainRow {
  n: number;
  hash: string;
  body: string | null;
  isOwn: boolean;
  covers: unknown;
  eventId: string | null;
  contentHash: string | null;
  verb: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  audience: string | null;
  actorId: string | null;
  at: string | null;
  data: unknown;
}

export async function readChain(
  reading: Reading,
  { projectId, approvalId }: { projectId: string; approvalId: string },
): Promise<ChainRow[]> {
  const source =
    reading.schema === "portal"
      ? sql`portal.chain`
      : sql`(select s.chain as project_id, s.n, s.body, s.hash, s.approval_id, s.covers, s.event_id, s.content_hash,
          e.verb, e.subject_kind, e.subject_id, e.audience, e.actor_id, e.at, e.data
        from milepost.seals s left join milepost.events e on e.workspace_id = s.workspace_id and e.id = s.event_id
        where s.workspace_id = ${reading.workspaceId}::uuid)`;
  const own = sql`c.approval_id is not distinct from ${approvalId}::uuid`;
  const { rows } = await sql<ChainRow>`
    select c.n, c.hash, c.body, ${own} as is_own, case when ${own} then c.covers end as covers,
      case when ${own} or c.body is null then c.event_id end as event_id, case when ${own} or c.body is null then c.content_hash end as content_hash,
      case when ${own} then c.verb end as verb, case when ${own} then c.subject_kind end as subject_kind,
      case when ${own} then c.subject_id end as subject_id, case when ${own} then c.audience end as audience,
      case when ${own} then c.actor_id end as actor_id, case when ${own} then c.data end as data,
      case when ${own} then to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end as at
    from ${source} c where c.project_id = ${projectId}::uuid order by c.n`.execute(reading.db);
  return rows;
}

export interface NameRow {
  personId: string;
  name: string;
  salt: string;
  nameHash: string;
}

export async function readNames(reading: Reading, approvalId: string): Promise<NameRow[]> {
  const source =
    reading.schema === "portal"
      ? sql`portal.approval_salts`
      : sql`(select s.approval_id, s.person_id, s.salt, s.name_hash, p.name from milepost.approval_salts s
          join milepost.persons p on p.workspace_id = s.workspace_id and p.id = s.person_id
          where s.workspace_id = ${reading.workspaceId}::uuid)`;
  const { rows } = await sql<NameRow>`
    select n.person_id, n.name, n.salt, n.name_hash from ${source} n where n.approval_id = ${approvalId}::uuid
    order by n.person_id`.execute(reading.db);
  return rows;
}
