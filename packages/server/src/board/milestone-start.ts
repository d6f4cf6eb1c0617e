import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { insertMove } from "../milestones/milestone-moves.store.ts";
import type { CardRow } from "./card-access.store.ts";
import { activateMilestone } from "./card-moves.store.ts";

/** A milestone that was agreed becomes active when its first card leaves todo. */
export async function startMilestone(
  scope: Scope,
  { milestoneId, milestoneState, projectId, id }: CardRow,
): Promise<void> {
  if (!milestoneId || milestoneState !== "agreed" || !(await activateMilestone(scope, milestoneId))) return;
  await insertMove(scope, milestoneId, { from: "agreed", to: "active", reason: "" });
  await record(scope, {
    verb: "milestone.moved",
    subject: { kind: "milestone", id: milestoneId },
    projectId,
    data: { from: "agreed", to: "active", because: { cardId: id } },
  });
}
