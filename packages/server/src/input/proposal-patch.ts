import type { Scope } from "../access/scope.ts";
import { refused } from "../kit/errors.ts";
import { addCriterion, dropCriterion, visibleCriterion } from "../milestones/criteria.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { changeMilestone, createMilestone } from "../milestones/milestones.ts";
import { changeDates } from "../plan/date-changes.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import type { PatchView } from "./input.view.ts";

interface Target {
  projectId: string;
  /** Null for a milestone that does not exist yet. */
  milestoneId: string | null;
}

/** Takes what was proposed into the draft; clients read it with the next publication. */
export async function applyPatch(
  scope: Scope,
  { projectId, milestoneId }: Target,
  patch: PatchView,
  reason: string,
): Promise<void> {
  if (milestoneId === null) {
    const { project } = await visibleProject(scope, projectId);
    const { title, outcome, targetOn, criteria = [] } = patch;
    if (!title) throw refused("no-title", "A new milestone needs a title.");
    const made = await createMilestone(scope, project, { title, outcome, targetOn, audience: "client" });
    for (const text of criteria) await addCriterion(scope, made, { text });
    return;
  }
  await applyWords(scope, milestoneId, patch);
  if (patch.criteria) await applyCriteria(scope, milestoneId, patch.criteria);
  if (patch.targetOn) {
    const { milestone } = await visibleMilestone(scope, milestoneId);
    const { startOn, targetOn } = milestone;
    await changeDates(scope, milestone, {
      ...(startOn !== null && startOn > patch.targetOn ? { startOn: patch.targetOn } : {}),
      targetOn: patch.targetOn,
      expected: { startOn, targetOn },
      reason,
    });
  }
}

async function applyWords(scope: Scope, milestoneId: string, { title, outcome }: PatchView): Promise<void> {
  const { milestone } = await visibleMilestone(scope, milestoneId);
  await changeMilestone(scope, milestone, milestone.revision, { title, outcome });
}

/** The list as it was proposed: what is new is added behind, what is missing is taken away, the rest stays as it is. */
async function applyCriteria(scope: Scope, milestoneId: string, wanted: readonly string[]): Promise<void> {
  const [row] = await partsOf(scope, { id: milestoneId });
  const { milestone } = await visibleMilestone(scope, milestoneId);
  const current = row?.criteria ?? [];
  for (const one of current)
    if (!wanted.includes(one.text)) await dropCriterion(scope, await visibleCriterion(scope, one.id));
  for (const text of wanted)
    if (!current.some((one) => one.text === text)) await addCriterion(scope, milestone, { text });
}
