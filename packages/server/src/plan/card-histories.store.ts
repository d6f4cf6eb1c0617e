import { sql } from "kysely";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

const Spot = z.object({ place: z.string(), columnId: z.string().nullable() });
const Data = z.object({
  from: Spot.optional(),
  before: z
    .object({ milestoneId: z.string().nullable(), likely: z.number().nullable() })
    .partial()
    .optional(),
});

export type CardStep = z.infer<typeof Data> & {
  cardId: string;
  verb: string;
  /** In the zone of the workspace. */
  on: string;
};

const VERBS = ["card.moved", "card.milestoneChanged", "card.estimated", "card.archived", "card.unarchived"];
const dayOf = (moment: "c.created_at" | "c.done_at" | "c.started_at" | "e.at") =>
  sql<string>`(${sql.ref(moment)} at time zone w.zone)::date`;

/** The cards of a project as they are, put away or not; what lies in the trash has never been. A guest gets those that carry them. */
export async function cardsWithHistory({ tx, actor }: Scope, projectId: string) {
  const query = tx
    .selectFrom("cards as c")
    .innerJoin("workspaces as w", "w.workspaceId", "c.workspaceId")
    .select(["c.id", "c.milestoneId", "c.place", "c.likely"])
    .select([
      sql<boolean>`c.archived_at is not null`.as("archived"),
      sql<string | null>`case when c.done_at is not null then ${dayOf("c.done_at")} end`.as("doneOn"),
      sql<string>`least(${dayOf("c.created_at")}, ${dayOf("c.started_at")}, ${dayOf("c.done_at")})`.as(
        "since",
      ),
    ])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .where(notInTrash("c.workspaceId", "c.id"));
  if (actor.role !== "guest") return query.execute();
  return query
    .innerJoin("cardPeople as cp", (on) =>
      on.onRef("cp.workspaceId", "=", "c.workspaceId").onRef("cp.cardId", "=", "c.id"),
    )
    .where("cp.personId", "=", actor.personId)
    .execute();
}

/** What happened to where these cards stand and what they serve, oldest first. */
export async function cardSteps({ tx, actor }: Scope, projectId: string): Promise<CardStep[]> {
  const rows = await tx
    .selectFrom("events as e")
    .innerJoin("workspaces as w", "w.workspaceId", "e.workspaceId")
    .select(["e.subjectId as cardId", "e.verb", "e.data", dayOf("e.at").as("on")])
    .where("e.workspaceId", "=", actor.workspaceId)
    .where("e.projectId", "=", projectId)
    .where("e.verb", "in", VERBS)
    .orderBy("e.position")
    .execute();
  return rows.map(({ data, ...row }) => ({ ...row, ...Data.parse(data) }));
}

/** The columns of a project in which work is done. */
export async function doneColumns({ tx, actor }: Scope, projectId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("columns")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("category", "=", "done")
    .execute();
  return new Set(rows.map(({ id }) => id));
}
