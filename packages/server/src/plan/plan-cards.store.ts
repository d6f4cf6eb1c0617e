import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

export interface PlanCardRow {
  id: string;
  number: number;
  title: string;
  milestoneId: string | null;
  place: string;
  category: string | null;
  doneAt: Date | null;
  startOn: string | null;
  dueOn: string | null;
  low: number | null;
  likely: number | null;
  high: number | null;
  priority: number;
  position: string;
  startedOn: string | null;
  doneOn: string | null;
  audience: string;
  blocked: boolean;
  touchedOn: string;
}

/** The cards of a plan without their texts; put away, only finished ones still count. A guest gets those that carry them. */
export async function planCards({ tx, actor }: Scope, projectId: string): Promise<PlanCardRow[]> {
  const query = tx
    .selectFrom("cards as c")
    .innerJoin("workspaces as w", "w.workspaceId", "c.workspaceId")
    .leftJoin("columns as k", (on) =>
      on.onRef("k.workspaceId", "=", "c.workspaceId").onRef("k.id", "=", "c.columnId"),
    )
    .select([
      "c.id",
      "c.number",
      "c.title",
      "c.milestoneId",
      "c.place",
      "k.category",
      "c.doneAt",
      "c.startOn",
      "c.dueOn",
      "c.low",
      "c.likely",
      "c.high",
      "c.priority",
      "c.position",
      "c.audience",
      sql<string | null>`(c.started_at at time zone w.zone)::date`.as("startedOn"),
      sql<string | null>`(c.done_at at time zone w.zone)::date`.as("doneOn"),
      sql<boolean>`c.blocked_reason is not null`.as("blocked"),
      sql<string>`(c.touched_at at time zone w.zone)::date`.as("touchedOn"),
    ])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .where((is) => is.or([is("c.archivedAt", "is", null), is("c.doneAt", "is not", null)]))
    .where(notInTrash("c.workspaceId", "c.id"))
    .orderBy("c.number");
  if (actor.role !== "guest") return query.execute();
  return query
    .where((is) =>
      is.exists(
        is
          .selectFrom("cardPeople as cp")
          .whereRef("cp.workspaceId", "=", "c.workspaceId")
          .whereRef("cp.cardId", "=", "c.id")
          .where("cp.personId", "=", actor.personId),
      ),
    )
    .execute();
}

/** Who is on which card of a project. */
export async function planAssignees({ tx, actor }: Scope, projectId: string): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom("cardPeople as cp")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "cp.workspaceId").onRef("c.id", "=", "cp.cardId"),
    )
    .select(["cp.cardId", "cp.personId"])
    .where("cp.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .orderBy("cp.createdAt")
    .orderBy("cp.personId")
    .execute();
  const people = new Map<string, string[]>();
  for (const { cardId, personId } of rows) people.set(cardId, [...(people.get(cardId) ?? []), personId]);
  return people;
}
