import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";
import { MilestoneState } from "./milestones.view.ts";

type State = typeof MilestoneState._output;

/** How the milestone came to where it is, oldest first. */
export async function listMoves({ tx, actor }: Scope, milestoneId: string) {
  const rows = await tx
    .selectFrom("milestoneMoves")
    .select(["fromState", "toState", "reason", "personId", "createdAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ fromState, toState, reason, personId, createdAt }) => ({
    from: MilestoneState.parse(fromState),
    to: MilestoneState.parse(toState),
    reason,
    personId,
    at: createdAt,
  }));
}

export async function insertMove(
  { tx, actor, now }: Scope,
  milestoneId: string,
  move: { from: State; to: State; reason: string },
): Promise<void> {
  await tx
    .insertInto("milestoneMoves")
    .values({
      workspaceId: actor.workspaceId,
      id: newId(),
      milestoneId,
      personId: actor.personId,
      fromState: move.from,
      toState: move.to,
      reason: move.reason,
      createdAt: now,
    })
    .execute();
}
