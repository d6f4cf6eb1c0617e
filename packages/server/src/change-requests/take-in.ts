import { addWorkingDays, isOpenMilestone } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { ChangeEffect, type ChangeEffectView } from "../approvals/frozen-change.store.ts";
import { findPlace } from "../board/card-place.store.ts";
import { createCard } from "../board/cards.ts";
import { findMilestone, type MilestoneRow } from "../milestones/milestones.store.ts";
import { changeMilestone } from "../milestones/milestones.ts";
import { DATES_CHANGED } from "../plan/date-changes.store.ts";
import { applyChanges } from "../plan/date-changes.ts";
import { listVersions } from "../plan/plan-versions.store.ts";
import { addVersion } from "../plan/plan-versions.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
import { membersOfProject } from "../projects/project-people.store.ts";
import { prepare } from "../publications/publication-preview.ts";
import { type ChangeRow, stepChange } from "./change-requests.store.ts";
import { tell } from "./change-requests.ts";

/** An accepted change becomes part of the plan: its card, its price, the promised dates, and the version that has it all. */
export async function takeIn(scope: Scope, change: ChangeRow): Promise<void> {
  const { id, projectId, number, title, words, low, likely, high, priceMinor } = change;
  const reason = `Change request ${number}: ${title}`;
  const before = await readPlan(scope, projectId);
  const approves = await isApprovedAsItIs(scope, projectId);
  const milestoneId = homeOf(before, change.quoteMilestoneId);
  const place = await findPlace(scope, projectId, {});
  const people = await workersOf(scope, change);
  const wanted = { title, body: words, milestoneId, people, low, likely, high };
  const card = await createCard(scope, projectId, wanted, place);
  await moveDates(scope, before, { effect: ChangeEffect.parse(change.effect), milestoneId, reason });
  const milestone = milestoneId === null ? undefined : await findMilestone(scope, milestoneId);
  if (milestone && priceMinor) await addPrice(scope, milestone, priceMinor, reason);
  const version = await addVersion(scope, await readPlan(scope, projectId), { reason, publicationId: null });
  await stepChange(scope, id, ["accepted"], { planVersionId: version.id, approves });
  await tell(scope, change, "accepted", { cardId: card.id, version: version.n });
}

/** Whether what clients would read of the plan is its last version, which they have approved, and nothing else. */
async function isApprovedAsItIs(scope: Scope, projectId: string): Promise<boolean> {
  const [last] = await listVersions(scope, projectId);
  const { waiting, makesVersion } = await prepare(scope, projectId);
  return last !== undefined && last.approval !== null && (waiting?.id === last.id || !makesVersion);
}

/** Who would do it, if they are still on the project. */
async function workersOf(scope: Scope, { projectId, assigneeId }: ChangeRow): Promise<string[]> {
  const members = await membersOfProject(scope, projectId);
  return members.flatMap(({ id }) => (id === assigneeId ? [id] : []));
}

/** Where it was offered; if that is closed by now, with the last that is still open, so that its price is not lost. */
function homeOf({ plan }: WholePlan, wanted: string | null): string | null {
  const open = plan.milestones.filter(isOpenMilestone);
  const home = open.find(({ id }) => id === wanted);
  const last = open.toSorted((a, b) => ((a.targetOn ?? "") < (b.targetOn ?? "") ? 1 : -1))[0];
  return (home ?? last)?.id ?? null;
}

interface Moving {
  effect: ChangeEffectView;
  milestoneId: string | null;
  reason: string;
}

/** To the dates that were accepted; what somebody has moved meanwhile moves on from there by as many days. */
async function moveDates(
  scope: Scope,
  { rows, work }: WholePlan,
  { effect, milestoneId, reason }: Moving,
): Promise<void> {
  const changes = rows.milestones.flatMap(({ id, startOn, targetOn, state }) => {
    const moved = effect.find((one) => one.milestoneId === id);
    if (!moved || targetOn === null || state === "accepted" || state === "dropped") return [];
    const later = (on: string) => addWorkingDays(work.calendar, on, moved.days);
    const hasBegun = state === "active" || state === "submitted" || id === milestoneId;
    const after = {
      startOn: startOn === null || hasBegun ? startOn : later(startOn),
      targetOn: targetOn === moved.before ? moved.after : later(targetOn),
    };
    return [{ milestoneId: id, before: { startOn, targetOn }, after }];
  });
  const first = changes.find((one) => one.milestoneId === milestoneId) ?? changes[0];
  if (!first) return;
  const { id: projectId } = rows.head;
  await applyChanges(scope, { id: first.milestoneId, projectId }, changes, {
    verb: DATES_CHANGED,
    reason,
    reasonCode: "agreed_with_client",
  });
}

async function addPrice(
  scope: Scope,
  milestone: MilestoneRow,
  priceMinor: number,
  reason: string,
): Promise<void> {
  const price = { priceMinor: (milestone.priceMinor ?? 0) + priceMinor };
  await changeMilestone(scope, milestone, milestone.revision, price, {
    reasonCode: "agreed_with_client",
    reason,
  });
}
