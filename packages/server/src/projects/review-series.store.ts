import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ReviewSeriesTable } from "../db/follow-up-schema.ts";

export type SeriesRow = Selectable<ReviewSeriesTable>;

/** The series of a project, ended ones too: a project has one row at most. */
export async function findSeries({ tx, actor }: Scope, projectId: string): Promise<SeriesRow | undefined> {
  return tx
    .selectFrom("reviewSeries")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirst();
}

/** False when somebody else began one a moment ago. */
export async function insertSeries({ tx }: Scope, row: Insertable<ReviewSeriesTable>): Promise<boolean> {
  const result = await tx
    .insertInto("reviewSeries")
    .values(row)
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Only over the revision that was seen; false when somebody else was faster. */
export async function updateSeries(
  { tx, actor }: Scope,
  { projectId, revision }: Pick<SeriesRow, "projectId" | "revision">,
  change: Updateable<ReviewSeriesTable>,
): Promise<boolean> {
  const result = await tx
    .updateTable("reviewSeries")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Who was invited, also those who have left the project since. */
export async function listInvitees({ tx, actor }: Scope, projectId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("reviewInvitees")
    .select("personId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .execute();
  return rows.map(({ personId }) => personId);
}

export async function replaceInvitees(
  { tx, actor }: Scope,
  projectId: string,
  personIds: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("reviewInvitees")
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .execute();
  if (personIds.length === 0) return;
  await tx
    .insertInto("reviewInvitees")
    .values([...new Set(personIds)].map((personId) => ({ workspaceId, projectId, personId })))
    .execute();
}
