import { canMoveProject, type ProjectRefusal, type ProjectState } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { refused } from "../kit/errors.ts";
import { milestoneStates } from "./project-life.store.ts";
import type { ProjectRow } from "./projects.store.ts";

const SAYS: Record<ProjectRefusal, string> = {
  no_such_step: "The project cannot take this step from where it is.",
  client_not_asked: "The client has not been asked yet: propose the project first.",
  open_milestones: "Some milestones are still open.",
};

/** May the project go there? Planning decides; a no names the milestones in the way. */
export async function refuseStep(scope: Scope, current: ProjectRow, to: ProjectState): Promise<void> {
  const facts = {
    state: lifeOf(current),
    hasClient: current.clientId !== null,
    milestones: await milestoneStates(scope, current.id),
  };
  const decision = canMoveProject(facts, to);
  if (decision.ok) return;
  const code = decision.code.replaceAll("_", "-");
  throw refused(code, SAYS[decision.code], { milestoneIds: decision.missing });
}

function lifeOf(row: ProjectRow): ProjectState {
  if (row.archivedAt) return "archived";
  // Written only through the ProjectState schema.
  return row.pausedAt ? "paused" : (row.state as ProjectState);
}
