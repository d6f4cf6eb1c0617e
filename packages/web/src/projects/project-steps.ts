import { canMoveProject, PROJECT_STEPS, type ProjectState } from "@milepost/planning";
import type { Project } from "../lib/current-project.ts";

export const STATE_WORDS: Record<ProjectState, string> = {
  draft: "Draft",
  proposed: "Proposed",
  agreed: "Agreed",
  active: "Active",
  completed: "Completed",
  paused: "Paused",
  archived: "Archived",
};

const ACTS: Record<ProjectState, string> = {
  draft: "Back to draft",
  proposed: "Propose it",
  agreed: "Mark as agreed",
  active: "Start the work",
  completed: "Complete it",
  paused: "Pause",
  archived: "Archive",
};

export function stateOf(project: Project): ProjectState {
  if (project.archivedAt) return "archived";
  return project.pausedAt ? "paused" : project.state;
}

/** Steps that planning would allow from here; open milestones are left to the server, which names them. */
export function stepsOf(project: Project): { to: ProjectState; act: string }[] {
  const state = stateOf(project);
  const facts = { state, hasClient: project.clientId !== null, milestones: [] };
  if (state === "paused")
    return [
      { to: project.state, act: "Resume" },
      { to: "archived", act: ACTS.archived },
    ];
  if (state === "archived") return [{ to: project.state, act: "Take out of the archive" }];
  return PROJECT_STEPS[state]
    .filter((to) => canMoveProject(facts, to).ok)
    .map((to) => ({ to, act: wordFor(state, to) }));
}

function wordFor(from: ProjectState, to: ProjectState): string {
  return from === "completed" && to === "active" ? "Open it again" : ACTS[to];
}
