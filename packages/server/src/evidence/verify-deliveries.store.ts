import { sql } from "kysely";
import type { Tx } from "../db/database.ts";

export interface KeptDelivery {
  id: string;
  projectId: string;
  record: string;
  hash: string;
  /** Whether the event that tells of it is there, and whether that has its seal. */
  told: boolean;
  sealed: boolean;
}

export async function keptDeliveries(db: Tx): Promise<KeptDelivery[]> {
  const { rows } = await sql<KeptDelivery>`
    select d.id, d.project_id, d.record, d.hash, count(e.id) > 0 as told, count(s.n) > 0 as sealed from delivery_records d
    left join events e on e.workspace_id = d.workspace_id and e.project_id = d.project_id
      and e.verb = 'project.delivered' and e.data ->> 'hash' = d.hash
    left join seals s on s.workspace_id = e.workspace_id and s.event_id = e.id
    group by d.workspace_id, d.id, d.project_id, d.record, d.hash order by d.workspace_id, d.id`.execute(db);
  return rows;
}

/** Told of once and gone, although their project is there. */
export async function missingDeliveries(db: Tx): Promise<{ projectId: string; hash: string }[]> {
  const { rows } = await sql<{ projectId: string; hash: string }>`
    select e.project_id, e.data ->> 'hash' as hash from events e
    join projects p on p.workspace_id = e.workspace_id and p.id = e.project_id
    where e.verb = 'project.delivered' and not exists (select from delivery_records d
      where d.workspace_id = e.workspace_id and d.project_id = e.project_id and d.hash = e.data ->> 'hash')
    order by e.workspace_id, e.id`.execute(db);
  return rows;
}
