import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Scope } from "../access/scope.ts";
import type { Schema } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

/** The open cards on the boards of all projects at work that carry whoever asks, with what each waits for. */
export async function cardsOfMine({ tx, actor }: Scope) {
  return tx
    .selectFrom("cardPeople as cp")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "cp.workspaceId").onRef("c.id", "=", "cp.cardId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.projectId"),
    )
    .innerJoin("columns as k", (on) =>
      on.onRef("k.workspaceId", "=", "c.workspaceId").onRef("k.id", "=", "c.columnId"),
    )
    .select(["c.id", "c.number", "c.title", "c.projectId", "c.milestoneId", "c.columnId", "c.dueOn"])
    .select(["c.low", "c.likely", "c.high", "c.priority", "c.blockedReason", "k.category"])
    .select(["p.key as projectKey", "p.name as projectName"])
    .select((row) => [
      row
        .selectFrom("columns as d")
        .select("d.id")
        .whereRef("d.workspaceId", "=", "c.workspaceId")
        .whereRef("d.projectId", "=", "c.projectId")
        .where("d.category", "=", "done")
        .orderBy("d.position")
        .limit(1)
        .as("doneColumnId"),
      waitsFor(row).as("waitsFor"),
    ])
    .where("cp.workspaceId", "=", actor.workspaceId)
    .where("cp.personId", "=", actor.personId)
    .where("c.doneAt", "is", null)
    .where("c.archivedAt", "is", null)
    .where("k.category", "!=", "done")
    .where("p.archivedAt", "is", null)
    .where("p.pausedAt", "is", null)
    .where(notInTrash("c.workspaceId", "c.id"))
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("c.id")
    .execute();
}

/** What is open and comes first, of the card `c`. */
function waitsFor(row: ExpressionBuilder<Schema & { c: Schema["cards"] }, "c">) {
  return jsonArrayFrom(
    row
      .selectFrom("dependencies as d")
      .leftJoin("cards as fc", (on) =>
        on.onRef("fc.workspaceId", "=", "d.workspaceId").onRef("fc.id", "=", "d.fromCardId"),
      )
      .leftJoin("milestones as fm", (on) =>
        on.onRef("fm.workspaceId", "=", "d.workspaceId").onRef("fm.id", "=", "d.fromMilestoneId"),
      )
      .select([sql<string>`coalesce(fc.id, fm.id)`.as("id")])
      .select([sql<string>`coalesce(fc.title, fm.title)`.as("title")])
      .select([sql<boolean>`fc.id is not null`.as("card")])
      .select([sql<number>`coalesce(fc.number, fm.number)`.as("number")])
      .whereRef("d.workspaceId", "=", "c.workspaceId")
      .whereRef("d.toCardId", "=", "c.id")
      .where("d.kind", "=", "FS")
      .where((is) =>
        is.or([
          is.and([is("fc.id", "is not", null), is("fc.doneAt", "is", null), is("fc.archivedAt", "is", null)]),
          is.and([is("fm.id", "is not", null), is("fm.state", "not in", ["accepted", "dropped"])]),
        ]),
      )
      .where((is) => is.or([is("fc.id", "is", null), notInTrash("fc.workspaceId", "fc.id")]))
      .where((is) => is.or([is("fm.id", "is", null), notInTrash("fm.workspaceId", "fm.id")]))
      .orderBy("d.createdAt"),
  );
}

export type CardOfMine = Awaited<ReturnType<typeof cardsOfMine>>[number];
