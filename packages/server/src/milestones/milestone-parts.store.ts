import { type Expression, type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom, jsonBuildObject } from "kysely/helpers/postgres";
import type { Scope } from "../access/scope.ts";
import type { MilestonesTable, Schema } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";
import { visibleMilestones } from "./milestones.store.ts";

/** A deliverable whose file lies in the trash is open again. */
const TAKEN_BACK = { fileId: null, deliveredBy: null, deliveredAt: null };

type Row = ExpressionBuilder<Schema & { m: MilestonesTable }, "m">;

/** Milestones with all that belongs to them, in one statement. */
function milestonesWithParts(scope: Scope) {
  return visibleMilestones(scope)
    .selectAll("m")
    .select((row) => [
      criteriaOf(row).as("criteria"),
      rolesOf(row).as("roles"),
      deliverablesOf(row).as("deliverables"),
      receiptsOf(row).as("receipts"),
      objectivesOf(row).as("objectives"),
      sql<boolean>`${notInTrash("m.workspaceId", "m.parentId")}`.as("parentThere"),
      lastEvent(row).as("lastEventAt"),
      lastComment(row).as("lastCommentAt"),
    ]);
}

/** One milestone, or all of a project, in the order of the plan. */
export async function partsOf(scope: Scope, which: { projectId: string } | { id: string }) {
  const query = milestonesWithParts(scope).orderBy("m.position");
  const rows =
    "id" in which
      ? await query.where("m.id", "=", which.id).execute()
      : await query.where("m.projectId", "=", which.projectId).execute();
  return rows.map((row) => ({
    ...row,
    parentId: row.parentThere ? row.parentId : null,
    criteria: row.criteria.map(({ it }) => it),
    roles: row.roles.map(({ it }) => it),
    deliverables: row.deliverables.map(({ it }) => (it.fileThere ? it : { ...it, ...TAKEN_BACK })),
    receipts: row.receipts.map(({ it }) => it),
    objectiveIds: row.objectives.map(({ id }) => id),
  }));
}

export type MilestoneWithParts = Awaited<ReturnType<typeof partsOf>>[number];

function criteriaOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom("criteria as k")
      .select((k) =>
        thing({
          id: k.ref("k.id"),
          text: k.ref("k.text"),
          position: k.ref("k.position"),
          answer: k.ref("k.answer"),
          answeredBy: k.ref("k.answeredBy"),
          answeredAt: k.ref("k.answeredAt"),
          evidence: k.ref("k.evidence"),
          revision: k.ref("k.revision"),
        }),
      )
      .whereRef("k.workspaceId", "=", "m.workspaceId")
      .whereRef("k.milestoneId", "=", "m.id")
      .orderBy("k.position"),
  );
}

function rolesOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom("milestoneRoles as r")
      .select((r) => thing({ personId: r.ref("r.personId"), role: r.ref("r.role"), part: r.ref("r.part") }))
      .whereRef("r.workspaceId", "=", "m.workspaceId")
      .whereRef("r.milestoneId", "=", "m.id")
      .orderBy("r.position"),
  );
}

function deliverablesOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom("deliverables as d")
      .select((d) =>
        thing({
          id: d.ref("d.id"),
          title: d.ref("d.title"),
          kind: d.ref("d.kind"),
          required: d.ref("d.required"),
          url: d.ref("d.url"),
          text: d.ref("d.text"),
          fileId: d.ref("d.fileId"),
          fileThere: notInTrash("d.workspaceId", "d.fileId"),
          deliveredBy: d.ref("d.deliveredBy"),
          deliveredAt: d.ref("d.deliveredAt"),
          position: d.ref("d.position"),
          revision: d.ref("d.revision"),
        }),
      )
      .whereRef("d.workspaceId", "=", "m.workspaceId")
      .whereRef("d.milestoneId", "=", "m.id")
      .orderBy("d.position"),
  );
}

function receiptsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom("readReceipts as r")
      .select((r) =>
        thing({
          personId: r.ref("r.personId"),
          answer: r.ref("r.answer"),
          question: r.ref("r.question"),
          at: r.ref("r.createdAt"),
        }),
      )
      .whereRef("r.workspaceId", "=", "m.workspaceId")
      .whereRef("r.milestoneId", "=", "m.id")
      .orderBy("r.createdAt"),
  );
}

function objectivesOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom("milestoneObjectives as mo")
      .select("mo.objectiveId as id")
      .whereRef("mo.workspaceId", "=", "m.workspaceId")
      .whereRef("mo.milestoneId", "=", "m.id")
      .where(notInTrash("mo.workspaceId", "mo.objectiveId"))
      .orderBy("mo.objectiveId"),
  );
}

function lastEvent(row: Row) {
  return row
    .selectFrom("events as e")
    .select("e.at")
    .whereRef("e.workspaceId", "=", "m.workspaceId")
    .whereRef("e.subjectId", "=", "m.id")
    .orderBy("e.position", "desc")
    .limit(1);
}

function lastComment(row: Row) {
  return row
    .selectFrom("threads as t")
    .innerJoin("comments as c", (on) =>
      on.onRef("c.workspaceId", "=", "t.workspaceId").onRef("c.threadId", "=", "t.id"),
    )
    .select((c) => c.fn.max("c.createdAt").as("at"))
    .whereRef("t.workspaceId", "=", "m.workspaceId")
    .whereRef("t.milestoneId", "=", "m.id");
}

/** Keys inside JSON are not translated on the way out, so they are given in the words of the API. */
function thing<O extends Record<string, Expression<unknown>>>(fields: O) {
  return jsonBuildObject(fields).as("it");
}
