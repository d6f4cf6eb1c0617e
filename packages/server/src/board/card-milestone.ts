import type { Scope } from "../access/scope.ts";
import { notFound, refused } from "../kit/errors.ts";
import { holdMilestone } from "../milestones/locks.store.ts";
import { findMilestone, type MilestoneRow } from "../milestones/milestones.store.ts";

/** 404 unless this milestone is of this project and visible to who asks. */
export async function needMilestone(
  scope: Scope,
  projectId: string,
  milestoneId: string,
): Promise<MilestoneRow> {
  const found = await findMilestone(scope, milestoneId);
  if (found?.projectId !== projectId) throw notFound();
  return found;
}

/** The same for open work, which is never left behind in a milestone that is over; nobody ends this one meanwhile. */
export async function needOpenMilestone(scope: Scope, projectId: string, milestoneId: string): Promise<void> {
  await needMilestone(scope, projectId, milestoneId);
  refuseClosedMilestone(await holdMilestone(scope, milestoneId));
}

export function refuseClosedMilestone(state: string | null): void {
  if (isClosed(state))
    throw refused("milestone-closed", `This milestone is ${state}: it takes no more cards.`, { state });
}

/** Nor does finished work become open again in one: it has been signed off with its milestone. */
export async function refuseReopening(scope: Scope, milestoneId: string | null): Promise<void> {
  const state = milestoneId === null ? null : await holdMilestone(scope, milestoneId);
  if (isClosed(state))
    throw refused("milestone-closed", `This card's milestone is ${state}. Take the card out of it first.`, {
      state,
    });
}

export function isClosed(state: string | null): boolean {
  return state === "accepted" || state === "dropped";
}
