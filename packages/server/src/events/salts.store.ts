import type { Insertable } from "kysely";
import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import type { ApprovalSaltsTable } from "../db/schema.ts";

export interface Unsalted {
  workspaceId: string;
  approvalId: string;
  personId: string;
  name: string;
  email: string;
}

/** Whoever has a part in these approvals and is not yet named in them. */
export async function unsaltedPeople(
  db: Tx,
  workspaceId: string,
  approvalIds: readonly string[],
): Promise<Unsalted[]> {
  const { rows } = await sql<Unsalted>`
    with parts as (
      select workspace_id, id as approval_id, asked_by as person_id from approvals where id = any(${approvalIds}::uuid[])
      union select workspace_id, approval_id, unnest(array[person_id, delegate_id, asked_by]) from approval_people where approval_id = any(${approvalIds}::uuid[])
      union select workspace_id, approval_id, unnest(array[person_id, decided_by, handed_over_by]) from decisions where approval_id = any(${approvalIds}::uuid[])
      union select d.workspace_id, d.approval_id, w.person_id from withdrawals w
        join decisions d on d.workspace_id = w.workspace_id and d.id = w.decision_id where d.approval_id = any(${approvalIds}::uuid[])
    )
    select a.workspace_id, a.approval_id, a.person_id, p.name, p.email from parts a
    join persons p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where a.workspace_id = ${workspaceId} and not exists (select from approval_salts s where s.workspace_id = a.workspace_id and s.approval_id = a.approval_id and s.person_id = a.person_id)
    order by a.workspace_id, a.approval_id, a.person_id`.execute(db);
  return rows;
}

export async function insertSalts(db: Tx, salts: readonly Insertable<ApprovalSaltsTable>[]): Promise<void> {
  if (salts.length > 0) await db.insertInto("approvalSalts").values(salts).execute();
}
