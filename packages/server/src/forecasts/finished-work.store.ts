import type { WorkedCard } from "@milepost/planning";
import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

const MOST = 4_000;
const wall = (column: "c.started_at" | "c.done_at") =>
  sql<number>`floor(extract(epoch from (${sql.ref(column)} at time zone w.zone)) / 60)::int`;

/** What several people do together tells of nobody how they estimate. */
const alone = sql<number | null>`case when (select count(*) from card_people other
  where other.workspace_id = cp.workspace_id and other.card_id = cp.card_id) = 1 then c.likely end`;

/** Null where nobody wrote down any time for the card; otherwise this person's part of it. */
const booked = sql<
  number | null
>`(select coalesce(sum(t.minutes) filter (where t.person_id = cp.person_id), 0)::int from time_entries t
  where t.workspace_id = cp.workspace_id and t.card_id = cp.card_id having count(*) > 0)`;

/**
 * The work of everybody that entered *doing*, in all projects of the workspace: once for each of its people. Moments are minutes since
 * the epoch on the workspace's clock on the wall.
 */
export async function finishedWork({ tx, actor }: Scope): Promise<WorkedCard[]> {
  return (
    tx
      .selectFrom("cards as c")
      .innerJoin("workspaces as w", "w.workspaceId", "c.workspaceId")
      .innerJoin("cardPeople as cp", (on) =>
        on.onRef("cp.workspaceId", "=", "c.workspaceId").onRef("cp.cardId", "=", "c.id"),
      )
      .select(["c.id", "cp.personId", "c.projectId"])
      .select([
        alone.as("estimate"),
        wall("c.started_at").as("startedAt"),
        sql<number | null>`case when c.done_at is not null then ${wall("c.done_at")} end`.as("doneAt"),
        booked.as("booked"),
      ])
      .where("c.workspaceId", "=", actor.workspaceId)
      .leftJoin("columns as k", (on) =>
        on.onRef("k.workspaceId", "=", "c.workspaceId").onRef("k.id", "=", "c.columnId"),
      )
      .where("c.startedAt", "is not", null)
      // What was begun and put back, or put away, shares nobody's time.
      .where((is) =>
        is.or([
          is("c.doneAt", "is not", null),
          is.and([
            is("c.place", "=", "board"),
            is("k.category", "=", "doing"),
            is("c.archivedAt", "is", null),
            notInTrash("c.workspaceId", "c.id"),
          ]),
        ]),
      )
      .orderBy("c.startedAt", "desc")
      .limit(MOST)
      .execute()
  );
}
