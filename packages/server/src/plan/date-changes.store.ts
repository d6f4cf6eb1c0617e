import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { DateChange } from "./date-changes.view.ts";

export const DATES_CHANGED = "milestone.datesChanged";
export const DATES_UNDONE = "milestone.datesUndone";
/** For each milestone that went along with the one that was moved. */
export const DATES_PUSHED = "milestone.datesPushed";

const Data = z.object({ changes: DateChange.shape.changes });

/** The recorded change of dates of a project, with what it changed; undefined for any other event. */
export async function findDateChange({ tx, actor }: Scope, projectId: string, eventId: string) {
  const row = await tx
    .selectFrom("events")
    .select(["subjectId", "data"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", eventId)
    .where("projectId", "=", projectId)
    .where("verb", "in", [DATES_CHANGED, DATES_UNDONE])
    .executeTakeFirst();
  return row && { milestoneId: row.subjectId, changes: Data.parse(row.data).changes };
}

/** Who changed the dates of a milestone last. */
export async function lastDateChange({ tx, actor }: Scope, milestoneId: string) {
  return tx
    .selectFrom("events")
    .select(["actorId", "at"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", milestoneId)
    .where("verb", "in", [DATES_CHANGED, DATES_UNDONE, DATES_PUSHED])
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
}
