import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { AllocationsTable } from "../db/schema.ts";

export interface AllocationRow {
  id: string;
  personId: string;
  projectId: string | null;
  percent: number;
  fromOn: string;
  toOn: string | null;
  label: string;
  detail: string;
}

const COLUMNS = ["id", "personId", "projectId", "percent", "fromOn", "toOn", "label", "detail"] as const;

export async function listAllocations({ tx, actor }: Scope, personId: string): Promise<AllocationRow[]> {
  return tx
    .selectFrom("allocations")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", personId)
    .orderBy("fromOn")
    .orderBy("id")
    .execute();
}

export async function findAllocation({ tx, actor }: Scope, id: string): Promise<AllocationRow | undefined> {
  return tx
    .selectFrom("allocations")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertAllocation({ tx }: Scope, row: Insertable<AllocationsTable>): Promise<void> {
  await tx.insertInto("allocations").values(row).execute();
}

export async function deleteAllocation({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("allocations")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
