import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { TAKE_BACK_MS } from "../approvals/take-back.ts";
import { findPlace } from "../board/card-place.store.ts";
import { createCard } from "../board/cards.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { findMilestone, updateMilestone } from "../milestones/milestones.store.ts";
import { addVersion } from "../plan/plan-versions.ts";
import { readPlan } from "../plan/read-plan.ts";
import { type ChangeRow, decidedQuotes, stepChange } from "./change-requests.store.ts";
import { one, tell } from "./change-requests.ts";

const YES = "1";

/** What clients have decided about their wishes: into the plan with a card, a price and a version of its own, or left as a record. */
export async function carryOutChanges({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  const before = new Date(now.getTime() - TAKE_BACK_MS);
  for (const { workspaceId, id, choice, quotedBy } of await decidedQuotes(database.maintenance, before)) {
    // Whoever made the offer is who puts it into the plan.
    const actor = { ...houseOf(workspaceId), personId: quotedBy ?? workspaceId };
    await database.inWorkspace(workspaceId, async (tx) => {
      const scope = { tx, actor, kit, now, requestId: "" };
      const change = await one(scope, id);
      if (choice === YES) await accept(scope, change);
      else await leave(scope, change);
    });
  }
}

async function leave(scope: Scope, change: ChangeRow): Promise<void> {
  if (!(await stepChange(scope, change.id, ["quoted"], { state: "declined", answeredAt: scope.now }))) return;
  await tell(scope, change, "declined", { by: "client" });
}

async function accept(scope: Scope, change: ChangeRow): Promise<void> {
  const { id, projectId, title, words, low, likely, high, priceMinor } = change;
  await lockPlan(scope, projectId);
  if (!(await stepChange(scope, id, ["quoted"], { state: "accepted", answeredAt: scope.now }))) return;
  const milestone = change.quoteMilestoneId ? await findMilestone(scope, change.quoteMilestoneId) : undefined;
  const open = milestone && milestone.state !== "accepted" && milestone.state !== "dropped";
  const place = await findPlace(scope, projectId, {});
  const card = await createCard(
    scope,
    projectId,
    { title, body: words, milestoneId: open ? milestone.id : null, low, likely, high },
    place,
  );
  if (open && priceMinor)
    await updateMilestone(scope, milestone.id, milestone.revision, {
      priceMinor: (milestone.priceMinor ?? 0) + priceMinor,
    });
  const reason = `Change request ${change.number}: ${title}`;
  const version = await addVersion(scope, await readPlan(scope, projectId), { reason, publicationId: null });
  await stepChange(scope, id, ["accepted"], { planVersionId: version.id });
  await tell(scope, change, "accepted", { cardId: card.id, version: version.n });
}
