import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { visibleMilestones } from "../milestones/milestones.store.ts";
import { seesAllProjects } from "../projects/project-access.store.ts";

/** The projects at work that this person may see, by name. */
export async function portfolioProjects({ tx, actor }: Scope) {
  const query = tx
    .selectFrom("projects as p")
    .leftJoin("projectMembers as m", (on) =>
      on
        .onRef("m.workspaceId", "=", "p.workspaceId")
        .onRef("m.projectId", "=", "p.id")
        .on("m.personId", "=", actor.personId),
    )
    .leftJoin("clients as c", (on) =>
      on.onRef("c.workspaceId", "=", "p.workspaceId").onRef("c.id", "=", "p.clientId"),
    )
    .leftJoin("persons as l", (on) =>
      on.onRef("l.workspaceId", "=", "p.workspaceId").onRef("l.id", "=", "p.leadId"),
    )
    .select([
      "p.id",
      "p.key",
      "p.name",
      "p.state",
      "p.pausedAt",
      "p.startOn",
      "p.dueOn",
      "p.clientId",
      "p.leadId",
      "c.name as clientName",
      "l.name as leadName",
      "m.role as myRole",
    ])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.archivedAt", "is", null)
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("p.name")
    .orderBy("p.id");
  if (seesAllProjects(actor)) return query.execute();
  return query
    .where((is) => is.or([is("m.role", "is not", null), is("p.leadId", "=", actor.personId)]))
    .execute();
}

export type PortfolioProjectRow = Awaited<ReturnType<typeof portfolioProjects>>[number];

/** All milestones of these projects, in the order of each plan, with the last day of change or talk. */
export async function portfolioMilestones(scope: Scope, projectIds: readonly string[]) {
  if (projectIds.length === 0) return [];
  return visibleMilestones(scope)
    .innerJoin("workspaces as w", "w.workspaceId", "m.workspaceId")
    .select((row) => [
      "m.id",
      "m.projectId",
      "m.parentId",
      "m.number",
      "m.title",
      "m.state",
      "m.phase",
      "m.startOn",
      "m.targetOn",
      "m.reachedOn",
      sql<string | null>`(select here.person_id from members here
        where here.workspace_id = m.workspace_id and here.person_id = m.owner_id and here.status = 'active')`.as(
        "ownerId",
      ),
      "m.weight",
      sql<string>`(greatest(m.created_at,
        ${row
          .selectFrom("events as e")
          .select("e.at")
          .whereRef("e.workspaceId", "=", "m.workspaceId")
          .whereRef("e.subjectId", "=", "m.id")
          .orderBy("e.position", "desc")
          .limit(1)},
        ${row
          .selectFrom("threads as t")
          .innerJoin("comments as c", (on) =>
            on.onRef("c.workspaceId", "=", "t.workspaceId").onRef("c.threadId", "=", "t.id"),
          )
          .select((c) => c.fn.max("c.createdAt").as("at"))
          .whereRef("t.workspaceId", "=", "m.workspaceId")
          .whereRef("t.milestoneId", "=", "m.id")}
      ) at time zone w.zone)::date`.as("touchedOn"),
    ])
    .where("m.projectId", "in", projectIds)
    .orderBy("m.position")
    .execute();
}

export type PortfolioMilestoneRow = Awaited<ReturnType<typeof portfolioMilestones>>[number];

/** The dates from outside of these projects, earliest first. */
export async function portfolioFixedDates({ tx, actor }: Scope, projectIds: readonly string[]) {
  return tx
    .selectFrom("fixedDates")
    .select(["id", "projectId", "title", "onDate"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "in", projectIds)
    .orderBy("onDate")
    .orderBy("id")
    .execute();
}
