import type { Scope } from "../access/scope.ts";
import { notFound, refused } from "../kit/errors.ts";
import { holdMilestone } from "./locks.store.ts";
import { refuseWhenClosed } from "./milestone-access.ts";
import { findMilestone, type MilestoneRow, milestoneParents } from "./milestones.store.ts";

/** A phase of this project that can still take minor milestones; anything else is not there. */
export async function expectPhase(scope: Scope, projectId: string, id: string): Promise<void> {
  const phase = await findMilestone(scope, id);
  if (phase?.projectId !== projectId) throw notFound("There is no such phase in this project.");
  if (!phase.phase) throw refused("not-a-phase", "Only a phase holds minor milestones.", { milestoneId: id });
  refuseWhenClosed({ state: await holdMilestone(scope, id) });
}

/** A phase cannot end up inside itself. */
export async function refuseInnerLoop(scope: Scope, moved: MilestoneRow, parentId: string): Promise<void> {
  const parents = await milestoneParents(scope, moved.projectId);
  for (let at: string | null = parentId; at !== null; at = parents.get(at) ?? null) {
    if (at === moved.id)
      throw refused("own-ancestor", "A phase cannot be part of itself.", { milestoneId: moved.id, parentId });
  }
  await expectPhase(scope, moved.projectId, parentId);
}

export async function refuseLosingMinors(scope: Scope, { id, projectId }: MilestoneRow): Promise<void> {
  const parents = await milestoneParents(scope, projectId);
  const minors = [...parents].filter(([, parentId]) => parentId === id).map(([minor]) => minor);
  if (minors.length > 0)
    throw refused("phase-has-minors", "Move its minor milestones out first.", { milestoneIds: minors });
}
