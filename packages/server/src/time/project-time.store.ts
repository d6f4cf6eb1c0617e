import { type ExpressionBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Schema } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export interface ProjectTimeWish {
  from?: string | undefined;
  to?: string | undefined;
  personId?: string | undefined;
}

type Entries = ExpressionBuilder<Schema & { t: Schema["timeEntries"] }, "t">;

function isAsked(is: Entries, { from, to, personId }: ProjectTimeWish) {
  return is.and([
    ...(from ? [is("t.onDate", ">=", from)] : []),
    ...(to ? [is("t.onDate", "<=", to)] : []),
    ...(personId ? [is("t.personId", "=", personId)] : []),
  ]);
}

export interface CardTimeRow {
  id: string;
  number: number;
  title: string;
  milestoneId: string | null;
  likely: number | null;
  doneAt: Date | null;
  /** All that was written on it. */
  worked: number;
  /** What of it was asked for. */
  asked: number;
}

/** Cards of a project that were estimated or worked on; what was put away without a word does not count. */
export async function cardsWithTime(
  { tx, actor }: Scope,
  projectId: string,
  wish: ProjectTimeWish,
): Promise<CardTimeRow[]> {
  const none = sql<number>`0`;
  return tx
    .selectFrom("cards as c")
    .leftJoin(
      (from) =>
        from
          .selectFrom("timeEntries as t")
          .select(["t.workspaceId", "t.cardId"])
          .select((is) => [
            is.cast<number>(is.fn.sum("t.minutes"), "integer").as("worked"),
            is
              .cast<number>(
                is.fn.sum("t.minutes").filterWhere((row) => isAsked(row, wish)),
                "integer",
              )
              .as("asked"),
          ])
          .groupBy(["t.workspaceId", "t.cardId"])
          .as("w"),
      (on) => on.onRef("w.workspaceId", "=", "c.workspaceId").onRef("w.cardId", "=", "c.id"),
    )
    .select(["c.id", "c.number", "c.title", "c.milestoneId", "c.likely", "c.doneAt"])
    .select((is) => [
      is.fn.coalesce("w.worked", none).as("worked"),
      is.fn.coalesce("w.asked", none).as("asked"),
    ])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .where(notInTrash("c.workspaceId", "c.id"))
    .where((is) =>
      is.or([
        is("w.worked", "is not", null),
        is.and([
          is("c.likely", "is not", null),
          is.or([is("c.archivedAt", "is", null), is("c.doneAt", "is not", null)]),
        ]),
      ]),
    )
    .orderBy("c.number")
    .execute();
}

export interface WeekTimeRow {
  /** Its Monday. */
  weekOn: string;
  personId: string;
  minutes: number;
}

/** What was worked on a project in each week, by whom. */
export async function weeksWithTime(
  { tx, actor }: Scope,
  projectId: string,
  wish: ProjectTimeWish,
): Promise<WeekTimeRow[]> {
  const weekOn = sql<string>`t.on_date - (extract(isodow from t.on_date)::integer - 1)`;
  return tx
    .selectFrom("timeEntries as t")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "t.workspaceId").onRef("c.id", "=", "t.cardId"),
    )
    .select([weekOn.as("weekOn"), "t.personId"])
    .select((is) => is.cast<number>(is.fn.sum("t.minutes"), "integer").as("minutes"))
    .where("t.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .where((is) => isAsked(is, wish))
    .where(notInTrash("c.workspaceId", "c.id"))
    .groupBy(["weekOn", "t.personId"])
    .orderBy("weekOn")
    .orderBy("t.personId")
    .execute();
}
