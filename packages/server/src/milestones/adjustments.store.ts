import { type Insertable, type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { AdjustmentsTable } from "../db/follow-up-schema.ts";
import type { AdjustedField } from "./adjustments.view.ts";

export type AdjustmentRow = Selectable<AdjustmentsTable>;

/** Whether somebody relies on it: it stands in a publication or in a plan version of its project. */
export async function promisedAmong(
  { tx, actor }: Scope,
  milestoneIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (milestoneIds.length === 0) return new Set();
  const standsIn = (
    table: "publications" | "plan_versions",
  ) => sql<boolean>`exists (select from ${sql.table(table)} s
    where s.workspace_id = m.workspace_id and s.project_id = m.project_id and s.withdrawn_at is null
      and position(m.id::text in s.snapshot) > 0)`;
  const rows = await tx
    .selectFrom("milestones as m")
    .select("m.id")
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.id", "in", [...milestoneIds])
    .where((is) => is.or([standsIn("publications"), standsIn("plan_versions")]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether anything of this project was promised to anybody. */
export async function hasPromises({ tx, actor }: Scope, projectId: string): Promise<boolean> {
  const standing = (table: "publications" | "planVersions") =>
    tx
      .selectFrom(table)
      .select("id")
      .where("workspaceId", "=", actor.workspaceId)
      .where("projectId", "=", projectId)
      .where("withdrawnAt", "is", null)
      .limit(1)
      .executeTakeFirst();
  return ((await standing("publications")) ?? (await standing("planVersions"))) !== undefined;
}

/** What was changed of this milestone in this respect and told nobody yet, newest first; locked against whoever else changes it. */
export async function openAdjustments(
  { tx, actor }: Scope,
  milestoneId: string,
  field: AdjustedField,
): Promise<AdjustmentRow[]> {
  return tx
    .selectFrom("adjustments")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .where("field", "=", field)
    .where("undoneAt", "is", null)
    .where("publicationId", "is", null)
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .forUpdate()
    .execute();
}

export async function insertAdjustment({ tx }: Scope, row: Insertable<AdjustmentsTable>): Promise<void> {
  await tx.insertInto("adjustments").values(row).execute();
}

/** It never happened: what it changed is as it was before. */
export async function markUndone({ tx, actor, now }: Scope, id: string, eventId: string): Promise<void> {
  await tx
    .updateTable("adjustments")
    .set({ undoneAt: now, eventId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Words that are still being found are one change. */
export async function rewriteAfter({ tx, actor }: Scope, id: string, after: string): Promise<void> {
  await tx
    .updateTable("adjustments")
    .set({ after })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** All that one change did is undone by the next event; undoing that one brings it back. */
export async function turnAdjustments(
  { tx, actor, now }: Scope,
  { eventId, by }: { eventId: string; by: string },
): Promise<void> {
  await tx
    .updateTable("adjustments")
    .set({ undoneAt: sql`case when undone_at is null then ${now}::timestamptz end`, eventId: by })
    .where("workspaceId", "=", actor.workspaceId)
    .where("eventId", "=", eventId)
    .execute();
}

/** Of which milestones this event has undone or brought back adjustments. */
export async function turnedBy({ tx, actor }: Scope, eventId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("adjustments")
    .select("milestoneId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("eventId", "=", eventId)
    .execute();
  return new Set(rows.map(({ milestoneId }) => milestoneId));
}

/** The publication that tells of what this event changed, or that was made after it; undefined while nobody has been told. */
export async function toldWith(
  { tx, actor }: Scope,
  { projectId, eventId }: { projectId: string; eventId: string },
): Promise<{ n: number } | undefined> {
  return tx
    .selectFrom("publications as p")
    .select("p.n")
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.projectId", "=", projectId)
    .where("p.withdrawnAt", "is", null)
    .where((is) =>
      is.or([
        is(
          "p.createdAt",
          ">",
          is
            .selectFrom("events as e")
            .select("e.at")
            .where("e.workspaceId", "=", actor.workspaceId)
            .where("e.id", "=", eventId),
        ),
        is.exists(
          is
            .selectFrom("adjustments as a")
            .select("a.id")
            .where("a.workspaceId", "=", actor.workspaceId)
            .where("a.eventId", "=", eventId)
            .whereRef("a.publicationId", "=", "p.id"),
        ),
      ]),
    )
    .orderBy("p.n")
    .limit(1)
    .executeTakeFirst();
}

/** What was changed since the publication before is told by this one. */
export async function tellAdjustments(
  { tx, actor }: Scope,
  projectId: string,
  publicationId: string,
): Promise<void> {
  await tx
    .updateTable("adjustments")
    .set({ publicationId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("publicationId", "is", null)
    .where("undoneAt", "is", null)
    .execute();
}

/** A publication that was taken back has told nobody anything. */
export async function untellAdjustments({ tx, actor }: Scope, publicationId: string): Promise<void> {
  await tx
    .updateTable("adjustments")
    .set({ publicationId: null })
    .where("workspaceId", "=", actor.workspaceId)
    .where("publicationId", "=", publicationId)
    .execute();
}
