import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused } from "../kit/errors.ts";
import { needOpenMilestone } from "./card-milestone.ts";
import { archiveOpenCards, giveOpenCards, postponeOpenCards } from "./open-cards.store.ts";

/** "later", "archive" or a milestone. */
export interface OpenCardsPlace {
  to: string;
  /** Cards that go elsewhere than the rest. */
  except?: readonly { cardId: string; to: string }[] | undefined;
}

/** Before a milestone is accepted or dropped its open cards go somewhere, each where it was sent and the rest together. */
export async function moveOpenCards(
  scope: Scope,
  milestone: { id: string; projectId: string },
  { to, except = [] }: OpenCardsPlace,
): Promise<string[]> {
  const sent = new Map<string, string[]>();
  for (const { cardId, to: place } of except) sent.set(place, [...(sent.get(place) ?? []), cardId]);
  const moved: string[] = [];
  for (const [place, cards] of sent) moved.push(...(await moveTo(scope, milestone, place, cards)));
  return [...moved, ...(await moveTo(scope, milestone, to, null))];
}

async function moveTo(
  scope: Scope,
  milestone: { id: string; projectId: string },
  to: string,
  only: readonly string[] | null,
): Promise<string[]> {
  const { id, projectId } = milestone;
  if (to === id) throw refused("same-milestone", "Choose another milestone, the Later list or the archive.");
  const moved = await put(scope, milestone, to, only);
  if (moved.length > 0)
    await record(scope, {
      verb: "milestone.openCardsMoved",
      subject: { kind: "milestone", id },
      projectId,
      data: { cards: moved, to },
    });
  return moved;
}

async function put(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  to: string,
  only: readonly string[] | null,
): Promise<string[]> {
  if (to === "later") return postponeOpenCards(scope, projectId, id, only);
  if (to === "archive") return archiveOpenCards(scope, id, only);
  await needOpenMilestone(scope, projectId, to);
  return giveOpenCards(scope, id, to, only);
}
