import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { moveOpenCards, passOpenCards } from "../board/open-cards.ts";
import { notFound } from "../kit/errors.ts";
import type { Why } from "../milestones/adjustments.view.ts";
import { findCriterion } from "../milestones/criteria.store.ts";
import { addCriterion, dropCriterion, restoreCriterion } from "../milestones/criteria.ts";
import type { MilestoneAccess } from "../milestones/milestone-access.ts";
import { objectivesOf } from "../milestones/milestone-roles.store.ts";
import { serveObjectives } from "../milestones/milestone-roles.ts";
import { findMilestone } from "../milestones/milestones.store.ts";
import { createMilestone, trashMilestone } from "../milestones/milestones.ts";

/** What a split has made and moved, as its line keeps it. */
export const Split = z.object({
  kind: z.literal("split"),
  milestoneId: z.string(),
  criterionIds: z.array(z.string()),
});

export interface WantedSplit {
  title: string;
  targetOn: string | null;
  /** Criteria and open cards that go over to the second one. */
  criterionIds: readonly string[];
  cardIds: readonly string[];
}

/** A second milestone beside the first: of the same owner, for the same objectives and readers, a draft until it is agreed. */
export async function splitOff(
  scope: Scope,
  access: MilestoneAccess,
  { title, targetOn, criterionIds, cardIds }: WantedSplit,
  why: Why,
): Promise<z.infer<typeof Split>> {
  const { milestone, project } = access;
  const { ownerId, parentId, clientApproval } = milestone;
  const audience = milestone.audience === "client" ? "client" : "team";
  const like = { ownerId, parentId, clientApproval, audience } as const;
  const second = await createMilestone(scope, project, { title, targetOn, ...like }, why);
  await serveObjectives(scope, second, await objectivesOf(scope, milestone.id));
  for (const id of new Set(criterionIds)) {
    const criterion = await findCriterion(scope, id);
    if (criterion?.milestoneId !== milestone.id) throw notFound();
    await addCriterion(scope, second, { text: criterion.text }, why);
    await dropCriterion(scope, { ...access, criterion }, why);
  }
  await passOpenCards(scope, milestone, second.id, cardIds);
  return { kind: "split", milestoneId: second.id, criterionIds: [...new Set(criterionIds)] };
}

/** One milestone again; where the second one has gone on by itself, both stay. */
export async function takeBackSplit(
  scope: Scope,
  { milestone }: MilestoneAccess,
  { milestoneId, criterionIds }: z.infer<typeof Split>,
): Promise<void> {
  const second = await findMilestone(scope, milestoneId);
  if (second?.state !== "draft") return;
  await moveOpenCards(scope, second, { to: milestone.id });
  await trashMilestone(scope, second);
  for (const id of criterionIds) await restoreCriterion(scope, milestone, id);
}
