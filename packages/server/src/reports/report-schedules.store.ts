import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";
import type { Monthly } from "./report-moments.ts";

export interface DueSchedule extends Monthly {
  workspaceId: string;
  projectId: string;
  startsOn: string;
  zone: string;
  country: string | null;
  /** The last month that has its report. */
  month: string | null;
}

/** Schedules of projects that go on. */
export async function runningSchedules(maintenance: Tx): Promise<DueSchedule[]> {
  return maintenance
    .selectFrom("reportSchedules as s")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "s.workspaceId").onRef("p.id", "=", "s.projectId"),
    )
    .innerJoin("workspaces as w", "w.workspaceId", "s.workspaceId")
    .select([
      "s.workspaceId",
      "s.projectId",
      "s.dayOfMonth",
      "s.atMinutes",
      "s.startsOn",
      "w.zone",
      "w.country",
    ])
    .select((row) =>
      row
        .selectFrom("reports as r")
        .select(({ fn }) => fn.max("r.month").as("month"))
        .whereRef("r.workspaceId", "=", "s.workspaceId")
        .whereRef("r.projectId", "=", "s.projectId")
        .as("month"),
    )
    .where("s.endedAt", "is", null)
    .where("p.pausedAt", "is", null)
    .where("p.archivedAt", "is", null)
    .where("p.state", "<>", "completed")
    .where(notInTrash("p.workspaceId", "p.id"))
    .execute();
}

/** The schedule as it stands, held until this transaction ends, so that it is not ended meanwhile. */
export async function holdSchedule({ tx, actor }: Scope, projectId: string): Promise<Monthly | undefined> {
  return tx
    .selectFrom("reportSchedules")
    .select(["dayOfMonth", "atMinutes"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("endedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export async function findSchedule({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("reportSchedules")
    .select(["id", "dayOfMonth", "atMinutes", "startsOn", "endedAt", "revision"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirst();
}

export async function lastMonthOf({ tx, actor }: Scope, projectId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("reports")
    .select(({ fn }) => fn.max("month").as("month"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirst();
  return row?.month ?? null;
}

export async function insertSchedule(
  { tx, actor }: Scope,
  schedule: Monthly & { id: string; projectId: string; startsOn: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("reportSchedules")
    .values({ ...schedule, workspaceId: actor.workspaceId, setBy: actor.personId, endedAt: null })
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Only over the revision that was seen. */
export async function updateSchedule(
  { tx, actor }: Scope,
  projectId: string,
  seen: number,
  change: Monthly & { startsOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("reportSchedules")
    .set({ ...change, endedAt: null, setBy: actor.personId })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("revision", "=", seen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function endSchedule({ tx, actor, now }: Scope, projectId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("reportSchedules")
    .set({ endedAt: now })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function readersOf({ tx, actor }: Scope, projectId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("reportReaders")
    .select("personId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .execute();
  return rows.map(({ personId }) => personId);
}

export async function replaceReaders(
  { tx, actor }: Scope,
  projectId: string,
  personIds: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("reportReaders")
    .where("workspaceId", "=", workspaceId)
    .where("projectId", "=", projectId)
    .execute();
  if (personIds.length === 0) return;
  await tx
    .insertInto("reportReaders")
    .values(personIds.map((personId) => ({ workspaceId, projectId, personId })))
    .execute();
}
