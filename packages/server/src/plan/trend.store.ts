import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { visibleMilestones } from "../milestones/milestones.store.ts";
import { DATES_CHANGED, DATES_PUSHED } from "./date-changes.store.ts";
import { DateChange } from "./date-changes.view.ts";

const Data = z.object({
  changes: DateChange.shape.changes,
  reason: z.string().default(""),
  because: z.object({ milestoneId: z.string() }).optional(),
});

/** Every recorded change of dates in a project, oldest first: its own ones and those that took a milestone along. */
export async function dateHistory({ tx, actor }: Scope, projectId: string) {
  const rows = await tx
    .selectFrom("events")
    .select(["subjectId as milestoneId", "at", "data"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("verb", "in", [DATES_CHANGED, DATES_PUSHED])
    .orderBy("position")
    .execute();
  return rows.map(({ data, ...row }) => ({ ...row, ...Data.parse(data) }));
}

/** What was not dropped, by target date. */
export async function milestonesByDate(scope: Scope, projectId: string) {
  return visibleMilestones(scope)
    .selectAll("m")
    .where("m.projectId", "=", projectId)
    .where("m.state", "!=", "dropped")
    .orderBy("m.targetOn")
    .orderBy("m.number")
    .execute();
}
