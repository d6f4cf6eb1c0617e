import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { conflict, notFound, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { placeAfter } from "../kit/position.ts";
import { noteAdjustments } from "./adjustments.ts";
import type { Why } from "./adjustments.view.ts";
import {
  answerCriterion,
  type CriterionRow,
  findCriterion,
  insertCriterion,
  removeCriterion,
  updateCriterion,
} from "./criteria.store.ts";
import { lockOpen, type MilestoneAccess, visibleMilestone } from "./milestone-access.ts";
import { recordOnMilestone } from "./milestone-events.ts";
import { placesOf } from "./milestone-lists.store.ts";
import type { MilestoneRow } from "./milestones.store.ts";
import { findRemoved } from "./removed-parts.store.ts";

/** A criterion as the record of its removal keeps it. */
const Kept = z.object({
  removed: z.object({
    id: z.string(),
    text: z.string(),
    position: z.string(),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: z.coerce.date().nullable(),
    evidence: z.string(),
    revision: z.number(),
    createdAt: z.coerce.date(),
  }),
});

export interface CriterionAccess extends MilestoneAccess {
  criterion: CriterionRow;
}

/** The criterion of a milestone that this person may see; 404 for everybody else. */
export async function visibleCriterion(scope: Scope, id: string): Promise<CriterionAccess> {
  const criterion = await findCriterion(scope, id);
  if (!criterion) throw notFound();
  return { ...(await visibleMilestone(scope, criterion.milestoneId)), criterion };
}

export async function addCriterion(
  scope: Scope,
  milestone: MilestoneRow,
  { text, after }: { text: string; after?: string | null | undefined },
  why: Why = {},
): Promise<void> {
  await lockOpen(scope, milestone);
  const id = newId();
  await insertCriterion(scope, {
    workspaceId: scope.actor.workspaceId,
    id,
    milestoneId: milestone.id,
    text,
    position: placeAfter(await placesOf(scope, "criteria", milestone.id), id, after),
    answer: null,
    answeredBy: null,
    answeredAt: null,
  });
  const eventId = await recordOnMilestone(scope, milestone, "milestone.criterionAdded", {
    criterionId: id,
    text,
  });
  await noteCriterion(scope, milestone, { criterionId: id, before: null, after: text, eventId }, why);
}

/** New words make the old answer worthless, so it is asked again. */
export async function changeCriterion(
  scope: Scope,
  { milestone, criterion }: CriterionAccess,
  revision: number,
  change: { text?: string | undefined; after?: string | null | undefined },
  why: Why = {},
): Promise<void> {
  await lockOpen(scope, milestone);
  const reworded = change.text !== undefined && change.text !== criterion.text;
  const moved =
    change.after === undefined
      ? {}
      : {
          position: placeAfter(await placesOf(scope, "criteria", milestone.id), criterion.id, change.after),
        };
  const rewritten = reworded ? { text: change.text, answer: null, answeredBy: null, answeredAt: null } : {};
  const written = { ...rewritten, ...moved };
  if (asksNothing(written)) return;
  if (!(await updateCriterion(scope, criterion.id, revision, written)))
    throw stale(await findCriterion(scope, criterion.id));
  const eventId = await recordOnMilestone(scope, milestone, "milestone.criterionChanged", {
    criterionId: criterion.id,
    ...(reworded ? { before: criterion.text, after: change.text } : {}),
  });
  if (!reworded) return;
  const words = { before: criterion.text, after: change.text ?? null };
  await noteCriterion(scope, milestone, { criterionId: criterion.id, ...words, eventId }, why);
}

export async function dropCriterion(
  scope: Scope,
  { milestone, criterion }: CriterionAccess,
  why: Why = {},
): Promise<void> {
  await lockOpen(scope, milestone);
  await removeCriterion(scope, criterion.id);
  const { workspaceId: _workspace, milestoneId: _milestone, ...removed } = criterion;
  const eventId = await recordOnMilestone(scope, milestone, "milestone.criterionRemoved", {
    criterionId: criterion.id,
    text: criterion.text,
    removed,
  });
  const gone = { criterionId: criterion.id, before: criterion.text, after: null };
  await noteCriterion(scope, milestone, { ...gone, eventId }, why);
}

/** A removed criterion comes back as it was: its place, its answer, who gave it and on what evidence. */
export async function restoreCriterion(scope: Scope, milestone: MilestoneRow, id: string): Promise<void> {
  await lockOpen(scope, milestone);
  if (await findCriterion(scope, id)) return;
  const removed = await findRemoved(scope, milestone.id, "milestone.criterionRemoved", Kept, id);
  if (!removed) throw notFound();
  const place = { workspaceId: scope.actor.workspaceId, milestoneId: milestone.id };
  await insertCriterion(scope, { ...removed, ...place });
  const eventId = await recordOnMilestone(scope, milestone, "milestone.criterionRestored", {
    criterionId: id,
    text: removed.text,
  });
  await noteCriterion(scope, milestone, { criterionId: id, before: null, after: removed.text, eventId }, {});
}

async function noteCriterion(
  scope: Scope,
  { id: milestoneId, projectId }: MilestoneRow,
  wording: { criterionId: string; before: string | null; after: string | null; eventId: string },
  why: Why,
): Promise<void> {
  const { criterionId, before, after, eventId } = wording;
  const side = (criterion: string | null) => ({ criterionId, criterion });
  const sides = { before: side(before), after: side(after) };
  await noteAdjustments(scope, [{ milestoneId, projectId, field: "criteria", ...sides, eventId }], () => why);
}

/** "Met" or "not met", by whom, when and on what evidence. */
export async function answer(
  scope: Scope,
  { milestone, criterion }: CriterionAccess,
  given: {
    answer: "met" | "not_met" | null;
    expected: "met" | "not_met" | null;
    evidence?: string | undefined;
  },
): Promise<void> {
  await lockOpen(scope, milestone);
  const evidence = given.evidence ?? criterion.evidence;
  if (!(await answerCriterion(scope, criterion.id, given.expected, { answer: given.answer, evidence }))) {
    const current = await findCriterion(scope, criterion.id);
    throw conflict("criterion-answered", "Somebody else has answered this meanwhile.", {
      answer: current?.answer ?? null,
      by: current?.answeredBy ?? null,
      at: current?.answeredAt?.toISOString() ?? null,
    });
  }
  await recordOnMilestone(scope, milestone, "milestone.criterionAnswered", {
    criterionId: criterion.id,
    before: given.expected,
    after: given.answer,
  });
}
