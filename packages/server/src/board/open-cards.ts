import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused } from "../kit/errors.ts";
import { needOpenMilestone } from "./card-milestone.ts";
import { giveOpenCards, postponeOpenCards } from "./open-cards.store.ts";

/** Before a milestone is accepted or dropped its open cards go somewhere: to another milestone or to the Later list. */
export async function moveOpenCards(
  scope: Scope,
  milestone: { id: string; projectId: string },
  to: string,
): Promise<string[]> {
  const { id, projectId } = milestone;
  if (to === id) throw refused("same-milestone", "Choose another milestone or the Later list.");
  const moved =
    to === "later" ? await postponeOpenCards(scope, projectId, id) : await give(scope, projectId, id, to);
  if (moved.length > 0)
    await record(scope, {
      verb: "milestone.openCardsMoved",
      subject: { kind: "milestone", id },
      projectId,
      data: { cards: moved, to },
    });
  return moved;
}

async function give(scope: Scope, projectId: string, from: string, to: string): Promise<string[]> {
  await needOpenMilestone(scope, projectId, to);
  return giveOpenCards(scope, from, to);
}
