import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";
import type { WeekView } from "./week.ts";

export interface WorkPattern {
  id: string;
  personId: string;
  week: WeekView;
  fromOn: string;
  /** The last day; null until further notice. */
  toOn: string | null;
}

/** The usual week of the workspace (`null`) or of one person; undefined when nobody has set one. */
export async function findWeek({ tx, actor }: Scope, personId: string | null): Promise<WeekView | undefined> {
  const row = await tx
    .selectFrom("workPatterns")
    .select("week")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", personId === null ? "is" : "=", personId)
    .where("fromOn", "is", null)
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
  // Written only through the Week schema.
  return row?.week as WeekView | undefined;
}

export async function keepWeek(
  { tx, actor }: Scope,
  personId: string | null,
  week: WeekView | null,
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("workPatterns")
    .where("workspaceId", "=", workspaceId)
    .where("personId", personId === null ? "is" : "=", personId)
    .where("fromOn", "is", null)
    .execute();
  if (week)
    await tx
      .insertInto("workPatterns")
      .values({ workspaceId, id: newId(), personId, week: JSON.stringify(week), fromOn: null })
      .execute();
}

/** A person's weeks that hold from a date on. */
export async function listWorkPatterns(
  { tx, actor }: Scope,
  by: { personId: string } | { id: string },
): Promise<WorkPattern[]> {
  const query = tx
    .selectFrom("workPatterns")
    .select(["id", "personId", "week", "fromOn", "toOn"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "is not", null)
    .where("fromOn", "is not", null)
    .orderBy("fromOn")
    .orderBy("id");
  const rows = await ("id" in by
    ? query.where("id", "=", by.id)
    : query.where("personId", "=", by.personId)
  ).execute();
  // As above; both nulls are asked away.
  return rows as WorkPattern[];
}

export async function insertWorkPattern({ tx, actor }: Scope, pattern: WorkPattern): Promise<void> {
  await tx
    .insertInto("workPatterns")
    .values({ ...pattern, workspaceId: actor.workspaceId, week: JSON.stringify(pattern.week) })
    .execute();
}

export async function deleteWorkPattern({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("workPatterns")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
