import type { Scope } from "../access/scope.ts";
import { refused } from "../kit/errors.ts";
import { recordOnProject } from "./project-events.ts";
import { writeLife } from "./project-life.store.ts";
import { refuseStep } from "./project-steps.ts";
import type { ProjectRow } from "./projects.store.ts";
import { project } from "./projects.ts";
import { moveToTrash } from "./trash.ts";

export async function archive(scope: Scope, projectId: string): Promise<ProjectRow> {
  const current = await project(scope, projectId);
  if (current.archivedAt) return current;
  await refuseStep(scope, current, "archived");
  return step(scope, projectId, "project.archived", { archivedAt: scope.now });
}

/** What comes out of the archive is paused until somebody resumes it, or completed if it was. */
export async function unarchive(scope: Scope, projectId: string): Promise<ProjectRow> {
  const current = await project(scope, projectId);
  if (!current.archivedAt) return current;
  const pausedAt = current.state === "completed" ? current.pausedAt : (current.pausedAt ?? scope.now);
  return step(scope, projectId, "project.unarchived", { archivedAt: null, pausedAt });
}

export async function pause(scope: Scope, projectId: string): Promise<ProjectRow> {
  const current = await project(scope, projectId);
  if (current.pausedAt) return current;
  await refuseStep(scope, current, "paused");
  return step(scope, projectId, "project.paused", { pausedAt: scope.now });
}

export async function resume(scope: Scope, projectId: string): Promise<ProjectRow> {
  const current = await project(scope, projectId);
  if (!current.pausedAt) return current;
  if (current.archivedAt) throw refused("no-such-step", "Take the project out of the archive first.");
  return step(scope, projectId, "project.resumed", { pausedAt: null });
}

export async function discard(scope: Scope, projectId: string): Promise<void> {
  const { name } = await project(scope, projectId);
  await moveToTrash(scope, { kind: "project", id: projectId, title: name, projectId });
}

async function step(
  scope: Scope,
  projectId: string,
  verb: `project.${string}`,
  change: { archivedAt?: Date | null; pausedAt?: Date | null },
): Promise<ProjectRow> {
  await writeLife(scope, projectId, change);
  await recordOnProject(scope, projectId, verb);
  return project(scope, projectId);
}
