import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";

export interface Holiday {
  id: string;
  onDate: string;
  name: string;
  source: string;
}

export async function listHolidays({ tx, actor }: Scope, year?: number): Promise<Holiday[]> {
  let query = tx
    .selectFrom("holidays")
    .select(["id", "onDate", "name", "source"])
    .where("workspaceId", "=", actor.workspaceId)
    .orderBy("onDate")
    .orderBy("name");
  if (year) query = query.where("onDate", ">=", `${year}-01-01`).where("onDate", "<=", `${year}-12-31`);
  return query.execute();
}

/** Days that are there already stay as they are; tells how many were new. */
export async function insertHolidays({ tx, actor }: Scope, days: Omit<Holiday, "id">[]): Promise<Holiday[]> {
  if (days.length === 0) return [];
  return tx
    .insertInto("holidays")
    .values(days.map((day) => ({ ...day, workspaceId: actor.workspaceId, id: newId() })))
    .onConflict((conflict) => conflict.columns(["workspaceId", "onDate", "name"]).doNothing())
    .returning(["id", "onDate", "name", "source"])
    .execute();
}

export async function findHoliday({ tx, actor }: Scope, id: string): Promise<Holiday | undefined> {
  return tx
    .selectFrom("holidays")
    .select(["id", "onDate", "name", "source"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function deleteHoliday({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("holidays").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}
