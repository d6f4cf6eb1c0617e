import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { DaysOffTable } from "../db/schema.ts";

export interface DaysOffRow {
  id: string;
  personId: string;
  fromOn: string;
  toOn: string;
  part: "day" | "morning" | "afternoon";
  reason: string;
}

const COLUMNS = ["id", "personId", "fromOn", "toOn", "part", "reason"] as const;

export async function listDaysOff({ tx, actor }: Scope, personId: string): Promise<DaysOffRow[]> {
  const rows = await tx
    .selectFrom("daysOff")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", personId)
    .orderBy("fromOn")
    .orderBy("id")
    .execute();
  return rows.map(withPart);
}

export async function findDaysOff({ tx, actor }: Scope, id: string): Promise<DaysOffRow | undefined> {
  const row = await tx
    .selectFrom("daysOff")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && withPart(row);
}

export async function insertDaysOff({ tx }: Scope, row: Insertable<DaysOffTable>): Promise<void> {
  await tx.insertInto("daysOff").values(row).execute();
}

export async function deleteDaysOff({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("daysOff").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}

function withPart<T extends { part: string }>(row: T): T & Pick<DaysOffRow, "part"> {
  return { ...row, part: row.part === "morning" || row.part === "afternoon" ? row.part : "day" };
}
