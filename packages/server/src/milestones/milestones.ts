import type { Scope } from "../access/scope.ts";
import { notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { between } from "../kit/position.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { nextMilestoneNumber } from "../projects/project-numbers.store.ts";
import { expectMembers } from "../projects/project-people.ts";
import { moveToTrash } from "../projects/trash.ts";
import { type Adjusted, noteAddition, noteAdjustments, noteRemoval } from "./adjustments.ts";
import type { Why } from "./adjustments.view.ts";
import { lockPlan } from "./locks.store.ts";
import { refuseWhenClosed } from "./milestone-access.ts";
import { recordOnMilestone } from "./milestone-events.ts";
import {
  findMilestone,
  insertMilestone,
  lastMilestonePlace,
  type MilestoneRow,
  updateMilestone,
} from "./milestones.store.ts";
import { expectPhase, refuseInnerLoop, refuseLosingMinors } from "./phases.ts";
import { approvedByClient } from "./project-approval.store.ts";

export interface MilestoneWords {
  title: string;
  outcome: string;
  why: string;
  phase: boolean;
  parentId: string | null;
  ownerId: string | null;
  weight: number | null;
  priceMinor: number | null;
  audience: "team" | "client";
  clientApproval: boolean;
}

export type NewMilestone = Some<MilestoneWords> & {
  title: string;
  startOn?: string | null | undefined;
  targetOn?: string | null | undefined;
};

/** Fields whose values a timeline may show: no texts that have their own history, no money. */
const TOLD = ["title", "phase", "parentId", "ownerId", "weight", "audience", "clientApproval"] as const;

export async function createMilestone(
  scope: Scope,
  { id: projectId }: ProjectAccess,
  wanted: NewMilestone,
  why: Why = {},
): Promise<MilestoneRow> {
  const { ownerId = null, parentId = null, startOn = null, targetOn = null, priceMinor = null } = wanted;
  refuseBackwards(startOn, targetOn);
  if (ownerId !== null) await expectMembers(scope, projectId, [ownerId]);
  if (parentId !== null) await expectPhase(scope, projectId, parentId);
  const id = newId();
  const number = await nextMilestoneNumber(scope, projectId);
  await insertMilestone(scope, {
    workspaceId: scope.actor.workspaceId,
    id,
    projectId,
    number,
    title: wanted.title,
    outcome: wanted.outcome ?? "",
    why: wanted.why ?? "",
    phase: wanted.phase ?? false,
    parentId,
    ownerId,
    startOn,
    targetOn,
    weight: wanted.weight ?? null,
    priceMinor,
    audience: wanted.audience ?? "team",
    clientApproval: wanted.clientApproval ?? (await approvedByClient(scope, projectId)),
    position: between(await lastMilestonePlace(scope, projectId), null),
  });
  const eventId = await recordOnMilestone(scope, { id, projectId }, "milestone.created", {
    title: wanted.title,
    number,
    startOn,
    targetOn,
  });
  await noteAddition(scope, { id, projectId }, eventId, why);
  return milestone(scope, id);
}

export async function changeMilestone(
  scope: Scope,
  before: MilestoneRow,
  revision: number,
  wanted: Some<MilestoneWords>,
  why: Why = {},
): Promise<MilestoneRow> {
  const { id, projectId } = before;
  const change = given(wanted);
  refuseWhenClosed(before);
  if (asksNothing(change)) return before;
  if (change.ownerId) await expectMembers(scope, projectId, [change.ownerId]);
  if (change.parentId) {
    await lockPlan(scope, projectId);
    await refuseInnerLoop(scope, before, change.parentId);
  }
  if (change.phase === false) await refuseLosingMinors(scope, before);
  if (!(await updateMilestone(scope, id, revision, change))) throw stale(await milestone(scope, id));
  const told = TOLD.filter((field) => field in change && change[field] !== before[field]);
  const eventId = await recordOnMilestone(scope, { id, projectId }, "milestone.changed", {
    fields: Object.keys(change),
    before: Object.fromEntries(told.map((field) => [field, before[field]])),
    after: Object.fromEntries(told.map((field) => [field, change[field]])),
  });
  await noteAdjustments(scope, adjustedBy(before, change, eventId), () => why);
  return milestone(scope, id);
}

const PROMISED = { title: "scope", outcome: "scope", ownerId: "owner", priceMinor: "price" } as const;

/** What of this change is a change of what was promised, one by one. */
function adjustedBy(before: MilestoneRow, change: Some<MilestoneWords>, eventId: string): Adjusted[] {
  const { id: milestoneId, projectId } = before;
  const fields = ["title", "outcome", "ownerId", "priceMinor"] as const;
  return fields.flatMap((name): Adjusted[] => {
    if (change[name] === undefined || change[name] === before[name]) return [];
    const sides = { before: { [name]: before[name] }, after: { [name]: change[name] } };
    return [{ milestoneId, projectId, field: PROMISED[name], ...sides, eventId }];
  });
}

/** Its cards stay where they are and find it again when it is restored. */
export async function trashMilestone(
  scope: Scope,
  { id, projectId, title, state }: MilestoneRow,
): Promise<void> {
  if (state === "accepted")
    throw refused("milestone-closed", "A milestone that was reached is part of the record.", { state });
  const eventId = await moveToTrash(scope, { kind: "milestone", id, projectId, title });
  await noteRemoval(scope, { id, projectId }, eventId);
}

function refuseBackwards(startOn: string | null, targetOn: string | null): void {
  if (startOn !== null && targetOn !== null && startOn > targetOn)
    throw refused("window-backwards", "The window ends before it starts.", { startOn, targetOn });
}

async function milestone(scope: Scope, id: string): Promise<MilestoneRow> {
  const found = await findMilestone(scope, id);
  if (!found) throw notFound();
  return found;
}
