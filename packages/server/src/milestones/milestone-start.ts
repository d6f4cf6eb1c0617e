import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { insertMove } from "./milestone-moves.store.ts";
import { stepMilestone } from "./milestones.store.ts";

/** A milestone that was agreed becomes active with its first card at work; one that is elsewhere stays as it is. */
export async function startMilestone(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  cardId: string,
): Promise<void> {
  const step = { from: "agreed", to: "active" } as const;
  if (!(await stepMilestone(scope, id, step.from, { state: step.to }))) return;
  await insertMove(scope, id, { ...step, reason: "" });
  await record(scope, {
    verb: "milestone.moved",
    subject: { kind: "milestone", id },
    projectId,
    data: { ...step, because: { cardId } },
  });
}
