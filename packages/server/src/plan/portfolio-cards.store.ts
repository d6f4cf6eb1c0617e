import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** Cards that are alike for every count, as one row. Of finished ones only milestone and estimate matter. */
export interface CardGroup {
  projectId: string;
  milestoneId: string | null;
  place: string;
  dueOn: string | null;
  assigned: boolean;
  blocked: boolean;
  /** The last day of change, no finer than `before`. */
  untouched: boolean;
  likely: number | null;
  count: number;
}

/** Every card of these projects, grouped; `untouchedSince` is the last day that counts as long ago. */
export async function cardGroups(
  { tx, actor }: Scope,
  projectIds: readonly string[],
  untouchedSince: string,
): Promise<CardGroup[]> {
  if (projectIds.length === 0) return [];
  const open = sql`c.done_at is null`;
  const query = tx
    .selectFrom("cards as c")
    .innerJoin("workspaces as w", "w.workspaceId", "c.workspaceId")
    .leftJoin("columns as k", (on) =>
      on.onRef("k.workspaceId", "=", "c.workspaceId").onRef("k.id", "=", "c.columnId"),
    )
    .select((row) => [
      "c.projectId",
      "c.milestoneId",
      sql<string>`case when not (${open}) then 'done' when c.place = 'board' then k.category else c.place end`.as(
        "place",
      ),
      sql<string | null>`case when ${open} then c.due_on end`.as("dueOn"),
      sql<boolean>`${open} and exists (
        select from card_people cp
        join members here on here.workspace_id = cp.workspace_id and here.person_id = cp.person_id and here.status = 'active'
        where cp.workspace_id = c.workspace_id and cp.card_id = c.id)`.as("assigned"),
      sql<boolean>`${open} and c.blocked_reason is not null`.as("blocked"),
      sql<boolean>`${open} and (c.touched_at at time zone w.zone)::date <= ${untouchedSince}::date`.as(
        "untouched",
      ),
      "c.likely",
      row.fn.countAll<number>().as("count"),
    ])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "in", projectIds)
    .where((is) => is.or([is("c.archivedAt", "is", null), is("c.doneAt", "is not", null)]))
    .where(notInTrash("c.workspaceId", "c.id"))
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8`);
  if (actor.role !== "guest") return query.execute();
  return query
    .where((is) =>
      is.exists(
        is
          .selectFrom("cardPeople as mine")
          .whereRef("mine.workspaceId", "=", "c.workspaceId")
          .whereRef("mine.cardId", "=", "c.id")
          .where("mine.personId", "=", actor.personId),
      ),
    )
    .execute();
}
