import type { Calendar } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { ADJUSTED_FIELDS, ReasonCode, type ReasonCodeWord } from "../milestones/adjustments.view.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import {
  giveReason,
  type ListedAdjustment,
  listAdjustments,
  projectOfAdjustment,
  type WhichAdjustments,
} from "./adjustments.store.ts";
import type { AdjustmentView } from "./adjustments.view.ts";
import { changedFields, type Facts } from "./version-diff.ts";

/** What was changed of what had been promised, newest first; prices only for who may see money. */
export async function adjustmentsOf(
  scope: Scope,
  project: ProjectAccess,
  which: Omit<WhichAdjustments, "projectId"> = {},
): Promise<AdjustmentView[]> {
  const { calendar } = await workCalendar(scope);
  const money = can(scope.actor, "money.read", { project });
  const rows = await listAdjustments(scope, { projectId: project.id, ...which });
  return rows
    .filter(({ field }) => money || field !== "price")
    .map((row) => present(row, project.key, calendar));
}

/** An adjustment of a project that this person may see. */
export async function visibleAdjustment(scope: Scope, id: string) {
  const projectId = await projectOfAdjustment(scope, id);
  if (projectId === undefined) throw notFound();
  const { project } = await visibleProject(scope, projectId);
  const [adjustment] = await adjustmentsOf(scope, project, { id });
  if (!adjustment) throw notFound();
  return { project, adjustment };
}

/** Why it was changed, said after it was done. */
export async function explainAdjustment(
  scope: Scope,
  { project, adjustment }: { project: ProjectAccess; adjustment: AdjustmentView },
  why: { reasonCode: ReasonCodeWord | null; reason: string },
): Promise<AdjustmentView> {
  const { id, milestoneId, field } = adjustment;
  if (!(await giveReason(scope, id, why)))
    throw conflict("adjustment-told", "This was told with its reason already, or was undone.");
  await record(scope, {
    verb: "milestone.adjustmentExplained",
    subject: { kind: "milestone", id: milestoneId },
    projectId: project.id,
    data: { adjustmentId: id, field, ...why },
  });
  return (await visibleAdjustment(scope, id)).adjustment;
}

function present(row: ListedAdjustment, key: string, calendar: Calendar): AdjustmentView {
  const { id, projectId, milestoneId, number, title, reason, reviewId, eventId } = row;
  return {
    id,
    projectId,
    milestoneId,
    ref: `${key}-M${number}`,
    title,
    field: ADJUSTED_FIELDS.find((field) => field === row.field) ?? "scope",
    changes: changedFields(sideOf(row.before), sideOf(row.after), calendar),
    reasonCode: ReasonCode.nullable().catch(null).parse(row.reasonCode),
    reason,
    because: causeOf(row, key),
    by: row.personId !== null && row.name !== null ? { id: row.personId, name: row.name } : null,
    at: new Date(row.createdAt).toISOString(),
    reviewId,
    eventId,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    told:
      row.publicationId !== null && row.n !== null ? { publicationId: row.publicationId, n: row.n } : null,
  };
}

function causeOf(row: ListedAdjustment, key: string): AdjustmentView["because"] {
  const { causeId, causeNumber, causeTitle } = row;
  if (row.reasonCode !== "other_milestone_moved" || !causeId || causeTitle === null) return null;
  return { milestoneId: causeId, ref: `${key}-M${causeNumber}`, title: causeTitle };
}

/** Written by `noteAdjustments` alone; which criterion it is about is no fact that changes. */
function sideOf(side: unknown): Facts {
  const { criterionId: _, ...facts } = side as Facts;
  return facts;
}
