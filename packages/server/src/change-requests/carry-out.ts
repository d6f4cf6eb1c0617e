import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { ACCEPT } from "../approvals/choices.ts";
import { TAKE_BACK_MS } from "../approvals/take-back.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { type ChangeRow, settledOffers, stepChange } from "./change-requests.store.ts";
import { one, tell } from "./change-requests.ts";
import { takeIn } from "./take-in.ts";

/**
 * What became of offers: into the plan with dates, price, a card and a version of its own, left as a record, or with the team
 * again, who can make another one.
 */
export async function carryOutChanges({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  const before = new Date(now.getTime() - TAKE_BACK_MS);
  const failed: unknown[] = [];
  for (const { workspaceId, id } of await settledOffers(database.maintenance, before))
    await database
      .inWorkspace(workspaceId, async (tx) => {
        const house = { tx, actor: houseOf(workspaceId), kit, now, requestId: "" };
        const change = await one(house, id);
        // Whoever made the offer is who puts it into the plan.
        const actor = { ...house.actor, personId: change.quotedBy ?? workspaceId };
        await settle({ ...house, actor }, change);
      })
      // One that cannot be carried out holds up no other.
      .catch((error: unknown) => failed.push(error));
  if (failed.length > 0) throw failed[0];
}

async function settle(scope: Scope, change: ChangeRow): Promise<void> {
  await lockPlan(scope, change.projectId);
  const { id, said } = change;
  if (said?.verdict !== "chosen") {
    if (await stepChange(scope, id, ["quoted"], { state: "asked" }))
      await tell(scope, change, "reopened", {});
    return;
  }
  const accepted = said.choice === ACCEPT;
  const answered = { answeredAt: new Date(said.at), answeredBy: said.personId };
  const state = accepted ? "accepted" : "declined";
  if (!(await stepChange(scope, id, ["quoted"], { state, ...answered }))) return;
  if (accepted) await takeIn(scope, change);
  else await tell(scope, change, "declined", { by: "client" });
}
