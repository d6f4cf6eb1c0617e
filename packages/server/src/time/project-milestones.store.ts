import type { Scope } from "../access/scope.ts";
import { visibleMilestones } from "../milestones/milestones.store.ts";

export type ProjectMilestone = Awaited<ReturnType<typeof listProjectMilestones>>[number];

/** The milestones of a project in the order of their dates; dropped ones too: work on them was work. */
export async function listProjectMilestones(scope: Scope, projectId: string) {
  return visibleMilestones(scope)
    .select(["m.id", "m.number", "m.title", "m.state"])
    .where("m.projectId", "=", projectId)
    .orderBy("m.targetOn", (by) => by.asc().nullsLast())
    .orderBy("m.position")
    .execute();
}
