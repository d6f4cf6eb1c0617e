import { type Decision, refuse, YES } from "./decision.ts";
import { isOpenMilestone, type PlanMilestone } from "./plan.ts";

export type ProjectState = "draft" | "proposed" | "agreed" | "active" | "completed" | "paused" | "archived";

/** The steps of a project's life. What comes out of the archive is paused, or completed if it was. */
export const PROJECT_STEPS = {
  draft: ["proposed", "agreed", "archived"],
  proposed: ["draft", "agreed", "archived"],
  agreed: ["active", "paused", "archived"],
  active: ["completed", "paused", "archived"],
  paused: ["agreed", "active", "archived"],
  completed: ["active", "archived"],
  archived: ["paused", "completed"],
} as const satisfies Record<ProjectState, readonly ProjectState[]>;

export type ProjectRefusal = "no_such_step" | "client_not_asked" | "open_milestones";

export interface ProjectFacts {
  readonly state: ProjectState;
  readonly hasClient: boolean;
  readonly milestones: readonly Pick<PlanMilestone, "id" | "state">[];
}

/**
 * May this project take this step? A project with a client is proposed before it is agreed, and none is completed while a milestone
 * is open; the refusal then names the milestones.
 * @example canMoveProject({ state: "draft", hasClient: true, milestones: [] }, "agreed")
 * // { ok: false, code: "client_not_asked", missing: [] }
 */
export function canMoveProject(project: ProjectFacts, to: ProjectState): Decision<ProjectRefusal, string> {
  const steps: readonly ProjectState[] = PROJECT_STEPS[project.state];
  if (!steps.includes(to)) return refuse("no_such_step");
  if (to === "agreed" && project.state === "draft" && project.hasClient) return refuse("client_not_asked");
  const open = project.milestones.filter(isOpenMilestone);
  if (to === "completed" && open.length > 0) {
    return refuse(
      "open_milestones",
      open.map(({ id }) => id),
    );
  }
  return YES;
}
