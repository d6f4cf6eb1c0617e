import type { Scope } from "../access/scope.ts";
import { type Happening, recordAll } from "../events/events.ts";
import { refused } from "../kit/errors.ts";
import { needOpenMilestone } from "./card-milestone.ts";
import {
  archiveOpenCards,
  type CardSpot,
  finishOpenCards,
  firstDoneColumn,
  giveBackLater,
  giveBackSpots,
  giveOpenCards,
  postponeOpenCards,
} from "./open-cards.store.ts";

/** Where an open card can go that serves no other milestone. */
export const OPEN_CARD_PLACES = ["done", "later", "archive"] as const;

/** One of these, or another milestone. */
export interface OpenCardsPlace {
  to: string;
  /** Cards that go elsewhere than the rest. */
  except?: readonly { cardId: string; to: string }[] | undefined;
}

/** Before a milestone is accepted or dropped its open cards are done or go somewhere, each where it was sent and the rest together. */
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

/** These alone go on under another milestone; the rest stay where they are. */
export async function passOpenCards(
  scope: Scope,
  milestone: { id: string; projectId: string },
  to: string,
  cardIds: readonly string[],
): Promise<string[]> {
  return cardIds.length === 0 ? [] : moveTo(scope, milestone, to, cardIds);
}

/** As if they had never been put off, wherever nobody has gone on with them since. */
export async function giveBackOpenCards(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  spots: readonly CardSpot[],
): Promise<void> {
  if (spots.length === 0) return;
  const back = new Set(await giveBackSpots(scope, id, spots));
  const others = spots.filter((spot) => !back.has(spot.id));
  await giveBackLater(
    scope,
    id,
    others.map((spot) => spot.id),
  );
  await recordAll(
    scope,
    spots
      .filter((spot) => back.has(spot.id))
      .map(({ id: cardId, place, columnId }) => ({
        verb: "card.moved",
        subject: { kind: "card", id: cardId },
        projectId,
        data: { to: { place, columnId }, because: { milestoneId: id } },
      })),
  );
}

async function moveTo(
  scope: Scope,
  milestone: { id: string; projectId: string },
  to: string,
  only: readonly string[] | null,
): Promise<string[]> {
  const { id, projectId } = milestone;
  if (to === id) throw refused("same-milestone", "Choose another milestone or another place.");
  const columnId = to === "done" ? await firstDoneColumn(scope, projectId) : null;
  const moved = await put(scope, milestone, { to, columnId }, only);
  if (moved.length > 0)
    await recordAll(scope, [
      {
        verb: "milestone.openCardsMoved",
        subject: { kind: "milestone", id },
        projectId,
        data: { cards: moved, to },
      },
      ...moved.map((cardId) => onCard(cardId, milestone, { to, columnId })),
    ]);
  return moved;
}

interface Target {
  to: string;
  /** Of what is done, if there is one. */
  columnId: string | null;
}

/** What happened is told on each card as if it had been sent there alone. */
function onCard(
  cardId: string,
  { id, projectId }: { id: string; projectId: string },
  { to, columnId }: Target,
): Happening {
  const card = { subject: { kind: "card" as const, id: cardId }, projectId };
  const because = { milestoneId: id };
  const moved = (place: "board" | "later"): Happening => {
    const finished = place === "board" ? { done: true } : {};
    return { ...card, verb: "card.moved", data: { to: { place, columnId }, because, ...finished } };
  };
  if (to === "done") return moved("board");
  if (to === "later") return moved("later");
  if (to === "archive") return { ...card, verb: "card.archived", data: { because } };
  const data = { before: { milestoneId: id }, after: { milestoneId: to }, because };
  return { ...card, verb: "card.milestoneChanged", data };
}

async function put(
  scope: Scope,
  { id, projectId }: { id: string; projectId: string },
  { to, columnId }: Target,
  only: readonly string[] | null,
): Promise<string[]> {
  if (to === "later") return postponeOpenCards(scope, projectId, id, only);
  if (to === "archive") return archiveOpenCards(scope, id, only);
  if (to === "done") {
    if (!columnId) throw refused("no-done-column", "This board has no column for what is done.");
    return finishOpenCards(scope, { projectId, columnId }, id, only);
  }
  await needOpenMilestone(scope, projectId, to);
  return giveOpenCards(scope, id, to, only);
}
