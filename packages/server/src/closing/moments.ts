import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { markMoments, unseenMoments } from "../milestones/moments.store.ts";
import { findPriced } from "../payments/payments.store.ts";
import { readBaseline } from "../plan/baseline.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { type RoadStone, stonesOf } from "./moments.store.ts";
import type { ReachedMomentView } from "./moments.view.ts";
import { mayBeThanked } from "./thanks.ts";

/** What was reached since this person looked the last time, the newest first. */
export async function momentsFor(scope: Scope, project: ProjectAccess): Promise<ReachedMomentView[]> {
  const { tx, actor, now } = scope;
  const { workspaceId, personId } = actor;
  const unseen = await unseenMoments(tx, { workspaceId, personId, now, projectId: project.id });
  if (unseen.length === 0) return [];
  const stones = await stonesOf(scope, project.id);
  const { milestones: agreed } = await readBaseline(scope, project.id, undefined);
  const shown: ReachedMomentView[] = [];
  for (const { milestoneId, by } of unseen) {
    const stone = stones.find(({ id }) => id === milestoneId);
    if (!stone) continue;
    shown.push({
      ...(await factsOf(scope, project, stone, stones)),
      by,
      agreedOn: agreed.get(milestoneId)?.targetOn ?? stone.targetOn,
    });
  }
  return shown;
}

async function factsOf(
  scope: Scope,
  project: ProjectAccess,
  stone: RoadStone,
  stones: readonly RoadStone[],
): Promise<Omit<ReachedMomentView, "by" | "agreedOn">> {
  const { id, title, reachedOn } = stone;
  const open = stones.filter(({ state }) => state !== "accepted");
  const next = open.find(({ parentId, targetOn }) => parentId === stone.parentId && targetOn !== null);
  const before = stones.findLast(
    (one) => one.reachedOn !== null && one.id !== id && one.reachedOn <= (reachedOn ?? ""),
  );
  const priced = can(scope.actor, "money.read", { project }) ? await findPriced(scope, id) : undefined;
  return {
    milestoneId: id,
    ref: refOf(project, stone),
    title,
    reachedOn,
    before: before ? { ref: refOf(project, before), title: before.title, on: before.reachedOn } : null,
    next: next ? { ref: refOf(project, next), title: next.title, on: next.targetOn } : null,
    isLast: open.length === 0,
    payment: priced ? { minor: priced.minor ?? priced.priceMinor ?? 0, currency: priced.currency } : null,
    mayThank:
      can(scope.actor, "clientThread.write", { project }) && (await mayBeThanked(scope, project, stone)),
  };
}

function refOf({ key }: ProjectAccess, { number }: RoadStone): string {
  return `${key}-M${number}`;
}

/** It stood before this person's eyes. */
export async function seeMoment({ tx, actor, now }: Scope, milestoneId: string): Promise<void> {
  await markMoments(tx, { ...actor, now }, [milestoneId]);
}
