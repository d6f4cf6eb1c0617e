import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { conflict, notFound } from "../kit/errors.ts";
import type { Why } from "../milestones/adjustments.view.ts";
import { findCriterion } from "../milestones/criteria.store.ts";
import { addCriterion, changeCriterion, dropCriterion, restoreCriterion } from "../milestones/criteria.ts";
import { type MilestoneAccess, visibleMilestone } from "../milestones/milestone-access.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { changeMilestone } from "../milestones/milestones.ts";

const Wording = z.object({
  outcome: z.string(),
  criteria: z.array(z.object({ id: z.string(), text: z.string() })),
});
type Wording = z.infer<typeof Wording>;

/** What a redefinition has changed, as its line keeps it. */
export const Redefined = z.object({ kind: z.literal("redefine"), before: Wording, after: Wording });

export interface WantedRedefinition {
  outcome: string;
  /** In full; without an id it is a new one. */
  criteria: readonly { id: string | null; text: string }[];
  /** The words that the person saw. */
  expected: { outcome: string; criteria: readonly string[] };
}

/** Another outcome, or other criteria, with the reason of the review that says so. */
export async function redefine(
  scope: Scope,
  access: MilestoneAccess,
  { expected, ...wanted }: WantedRedefinition,
  why: Why,
): Promise<z.infer<typeof Redefined>> {
  const before = await wordingOf(scope, access);
  const texts = before.criteria.map(({ text }) => text);
  if (before.outcome !== expected.outcome || !sameTexts(texts, expected.criteria))
    throw conflict(
      "redefined-meanwhile",
      "Somebody else has changed its outcome or its criteria meanwhile.",
      before,
    );
  await rewrite(scope, access, wanted, why);
  return { kind: "redefine", before, after: await wordingOf(scope, access) };
}

/** As it was worded before, where nobody has written over it since. */
export async function takeBackRedefinition(
  scope: Scope,
  access: MilestoneAccess,
  { before, after }: z.infer<typeof Redefined>,
): Promise<void> {
  if (JSON.stringify(await wordingOf(scope, access)) === JSON.stringify(after))
    await rewrite(scope, access, before, {});
}

async function rewrite(
  scope: Scope,
  access: MilestoneAccess,
  { outcome, criteria }: Pick<WantedRedefinition, "outcome" | "criteria">,
  why: Why,
): Promise<void> {
  const { milestone } = await visibleMilestone(scope, access.milestone.id);
  if (outcome !== milestone.outcome)
    await changeMilestone(scope, milestone, milestone.revision, { outcome }, why);
  const there = await wordingOf(scope, access);
  const kept = new Set(criteria.map(({ id }) => id));
  for (const { id } of there.criteria)
    if (!kept.has(id))
      await dropCriterion(scope, { ...access, criterion: await criterionOf(scope, id) }, why);
  const known = new Map(there.criteria.map(({ id, text }) => [id, text]));
  for (const { id, text } of criteria) {
    if (id === null) await addCriterion(scope, milestone, { text }, why);
    else if (!known.has(id)) await restoreCriterion(scope, milestone, id);
    else if (known.get(id) !== text) {
      const criterion = await criterionOf(scope, id);
      await changeCriterion(scope, { ...access, criterion }, criterion.revision, { text }, why);
    }
  }
}

async function wordingOf(scope: Scope, { milestone }: MilestoneAccess): Promise<Wording> {
  const [row] = await partsOf(scope, { id: milestone.id });
  if (!row) throw notFound();
  return { outcome: row.outcome, criteria: row.criteria.map(({ id, text }) => ({ id, text })) };
}

async function criterionOf(scope: Scope, id: string) {
  const found = await findCriterion(scope, id);
  if (!found) throw notFound();
  return found;
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}
