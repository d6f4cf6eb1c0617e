import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";
import type { WeekView } from "./week.ts";

/** The week of the workspace (`null`) or of one person; undefined when nobody has set one. */
export async function findWeek({ tx, actor }: Scope, personId: string | null): Promise<WeekView | undefined> {
  const row = await tx
    .selectFrom("workPatterns")
    .select("week")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", personId === null ? "is" : "=", personId)
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
    .execute();
  if (week)
    await tx
      .insertInto("workPatterns")
      .values({ workspaceId, id: newId(), personId, week: JSON.stringify(week), fromOn: null })
      .execute();
}
