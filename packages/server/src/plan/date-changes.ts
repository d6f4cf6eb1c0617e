import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, type Problem, refused } from "../kit/errors.ts";
import { toldWith, turnAdjustments, turnedBy } from "../milestones/adjustments.store.ts";
import { type Adjusted, noteAdjustments } from "../milestones/adjustments.ts";
import { reasonText, type Why } from "../milestones/adjustments.view.ts";
import { refuseWhenClosed } from "../milestones/milestone-access.ts";
import { type MilestoneDates, type MilestoneRow, moveDates } from "../milestones/milestones.store.ts";
import {
  DATES_CHANGED,
  DATES_PUSHED,
  DATES_UNDONE,
  findDateChange,
  lastDateChange,
} from "./date-changes.store.ts";
import type { DateChangeView } from "./date-changes.view.ts";
import { cascadeOf, presentPreview, sameDates, type WantedDates } from "./date-preview.ts";
import { readPlan } from "./read-plan.ts";

type Changes = DateChangeView["changes"];

/** Moves a milestone and what follows it, all of it or nothing, and remembers it as one change. */
export async function changeDates(
  scope: Scope,
  milestone: MilestoneRow,
  wanted: Omit<WantedDates, "milestoneId"> & Why & { expected: MilestoneDates },
): Promise<DateChangeView> {
  const { id, projectId } = milestone;
  refuseWhenClosed(milestone);
  const whole = await readPlan(scope, projectId);
  // Of the plan that is written over: the milestone may have moved since it was loaded.
  const current = whole.rows.milestones.find((row) => row.id === id) ?? milestone;
  if (!sameDates(current, wanted.expected)) throw await changedMeanwhile(scope, id, current);
  const preview = cascadeOf(whole.plan, { ...wanted, milestoneId: id });
  const { refusal } = presentPreview(whole, preview, false);
  if (refusal) throw refused(refusal.code, refusal.detail, refusal.facts);
  const changes = preview.moves.map(({ milestoneId, from, to }) => ({
    milestoneId,
    before: { ...from },
    after: { ...to },
  }));
  const { reason = "", reasonCode, reviewId } = wanted;
  return applyChanges(scope, { id, projectId }, changes, {
    verb: DATES_CHANGED,
    reason,
    reasonCode,
    reviewId,
    pushes: true,
  });
}

/** Puts a change of dates back, unless anything that it moved has moved again. */
export async function undoDates(scope: Scope, projectId: string, eventId: string): Promise<DateChangeView> {
  const done = await findDateChange(scope, projectId, eventId);
  if (!done) throw notFound();
  const told = await toldWith(scope, { projectId, eventId });
  if (told)
    throw refused(
      "dates-told",
      `Publication ${told.n} tells of these dates already. Move them again, and the next one tells of that.`,
      told,
    );
  const back = done.changes.map(({ milestoneId, before, after }) => ({
    milestoneId,
    before: after,
    after: before,
  }));
  return applyChanges(scope, { id: done.milestoneId, projectId }, back, {
    verb: DATES_UNDONE,
    undoes: eventId,
  });
}

/** Writes each milestone only over the dates that it is believed to have; those that go along have it in their own history. */
export async function applyChanges(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  changes: Changes,
  { verb, pushes = false, undoes, ...why }: ChangeFacts,
): Promise<DateChangeView> {
  const told = undoes === undefined ? { reason: reasonText(why), reasonCode: why.reasonCode } : { undoes };
  for (const { milestoneId, before, after } of changes)
    if (!(await moveDates(scope, milestoneId, before, after)))
      throw await changedMeanwhile(scope, milestoneId);
  const eventId = await record(scope, {
    verb,
    subject: { kind: "milestone", id },
    projectId,
    data: { ...told, changes },
  });
  for (const change of changes) {
    if (change.milestoneId === id) continue;
    await record(scope, {
      verb: DATES_PUSHED,
      subject: { kind: "milestone", id: change.milestoneId },
      projectId,
      data: { ...told, changes: [change], because: { eventId, milestoneId: id } },
    });
  }
  if (undoes) await turnAdjustments(scope, { eventId: undoes, by: eventId });
  await noteDates(scope, { projectId, eventId, changes }, ({ milestoneId }) =>
    pushes && milestoneId !== id ? { reasonCode: "other_milestone_moved", reviewId: why.reviewId } : why,
  );
  return { eventId, changes };
}

interface ChangeFacts extends Why {
  verb: typeof DATES_CHANGED | typeof DATES_UNDONE;
  undoes?: string;
  /** The other milestones go along because the first one moved; nobody has chosen their dates. */
  pushes?: boolean;
}

interface ChangedDates {
  projectId: string;
  eventId: string;
  changes: Changes;
}

async function noteDates(
  scope: Scope,
  { projectId, eventId, changes }: ChangedDates,
  whyOf: (one: Adjusted) => Why,
): Promise<void> {
  const turned = await turnedBy(scope, eventId);
  const adjusted = changes
    .filter(({ milestoneId }) => !turned.has(milestoneId))
    .map((change): Adjusted => ({ ...change, projectId, eventId, field: "date" }));
  await noteAdjustments(scope, adjusted, whyOf);
}

async function changedMeanwhile(
  scope: Scope,
  milestoneId: string,
  current?: MilestoneDates,
): Promise<Problem> {
  const last = await lastDateChange(scope, milestoneId);
  return conflict("dates-changed", "Somebody else has changed these dates meanwhile.", {
    milestoneId,
    by: last?.actorId ?? null,
    at: last?.at.toISOString() ?? null,
    ...(current ? { startOn: current.startOn, targetOn: current.targetOn } : {}),
  });
}
