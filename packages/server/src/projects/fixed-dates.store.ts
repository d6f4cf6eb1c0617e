import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { FixedDatesTable } from "../db/schema.ts";

export type FixedDateRow = Selectable<FixedDatesTable>;

export async function listFixedDates({ tx, actor }: Scope, projectId: string): Promise<FixedDateRow[]> {
  return tx
    .selectFrom("fixedDates")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("onDate")
    .orderBy("id")
    .execute();
}

export async function findFixedDate({ tx, actor }: Scope, id: string): Promise<FixedDateRow | undefined> {
  return tx
    .selectFrom("fixedDates")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertFixedDate({ tx }: Scope, row: Insertable<FixedDatesTable>): Promise<void> {
  await tx.insertInto("fixedDates").values(row).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateFixedDate(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<FixedDatesTable>,
): Promise<boolean> {
  return updateSeen(tx, "fixedDates", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function deleteFixedDate({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("fixedDates")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
