import type { Insertable } from "kysely";
import type { Tx } from "../db/database.ts";
import type { WorkspacesTable } from "../db/schema.ts";
import { newId } from "../kit/id.ts";
import type { WeekView } from "./week.ts";

export async function hasUsers(outside: Tx): Promise<boolean> {
  return (await outside.selectFrom("auth.user").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** One row that can be made once: of parallel set-ups, all but the first wait here and then find it taken. */
export async function claimSetup(tx: Tx, workspaceId: string): Promise<boolean> {
  const claimed = await tx
    .insertInto("leases")
    .values({ name: "setup", holder: workspaceId, until: new Date("9999-12-31T00:00:00Z") })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .returning("name")
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function insertWorkspace(
  tx: Tx,
  workspace: Insertable<WorkspacesTable>,
  week: WeekView,
): Promise<void> {
  const { workspaceId } = workspace;
  await tx.insertInto("workspaces").values(workspace).execute();
  await tx
    .insertInto("workPatterns")
    .values({ workspaceId, id: newId(), personId: null, week: JSON.stringify(week), fromOn: null })
    .execute();
}
