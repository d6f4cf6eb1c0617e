import type { Scope } from "../access/scope.ts";
import { notFound, refused } from "../kit/errors.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { lockMilestone } from "./locks.store.ts";
import { findMilestone, type MilestoneRow } from "./milestones.store.ts";

export interface MilestoneAccess {
  project: ProjectAccess;
  milestone: MilestoneRow;
}

/** The milestone as far as this person may see it and its project; 404 for everybody else. */
export async function visibleMilestone(scope: Scope, id: string): Promise<MilestoneAccess> {
  const milestone = await findMilestone(scope, id);
  if (!milestone) throw notFound();
  return { ...(await visibleProject(scope, milestone.projectId)), milestone };
}

/** What was accepted or dropped is part of the record: the plan goes on around it. */
export function refuseWhenClosed({ state }: { state: string | null }): void {
  if (state === "accepted" || state === "dropped")
    throw refused("milestone-closed", `This milestone is ${state}: it can no longer be changed.`, { state });
}

/** Whoever else changes this milestone waits; refused when it is over by now. */
export async function lockOpen(scope: Scope, { id }: Pick<MilestoneRow, "id">): Promise<void> {
  refuseWhenClosed({ state: await lockMilestone(scope, id) });
}
