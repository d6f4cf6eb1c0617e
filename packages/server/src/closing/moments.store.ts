import type { Scope } from "../access/scope.ts";
import { visibleMilestones } from "../milestones/milestones.store.ts";

export interface RoadStone {
  id: string;
  number: number;
  title: string;
  state: string;
  parentId: string | null;
  targetOn: string | null;
  reachedOn: string | null;
  audience: string;
}

/** The milestones of a project that this person sees, as far as the road needs them. */
export async function stonesOf(scope: Scope, projectId: string): Promise<RoadStone[]> {
  return visibleMilestones(scope)
    .select([
      "m.id",
      "m.number",
      "m.title",
      "m.state",
      "m.parentId",
      "m.targetOn",
      "m.reachedOn",
      "m.audience",
    ])
    .where("m.projectId", "=", projectId)
    .where("m.state", "<>", "dropped")
    .orderBy("m.targetOn")
    .orderBy("m.number")
    .execute();
}
