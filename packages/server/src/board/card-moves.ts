import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, refused } from "../kit/errors.ts";
import { startMilestone } from "../milestones/milestone-start.ts";
import { type CardRow, visibleCard } from "./card-access.store.ts";
import { refuseReopening } from "./card-milestone.ts";
import { lastChange, moveNamed } from "./card-moves.store.ts";
import { type FoundPlace, findPlace, type WantedPlace } from "./card-place.store.ts";
import { updateCard } from "./cards.store.ts";

export interface ExpectedPlace {
  columnId: string | null;
  place: "board" | "later" | "outline";
}

export interface Moved {
  card: CardRow;
  /** What an undo of this move names. */
  moveId: string;
}

/**
 * A move writes one row: the card's own. It happens only if the card still is where the mover saw it. Row and event
 * travel together; a refusal takes the event back with the transaction.
 */
export async function moveCard(
  scope: Scope,
  card: CardRow,
  wanted: WantedPlace,
  { undo, ...expected }: ExpectedPlace & { undo?: string | undefined },
): Promise<Moved> {
  if (card.archivedAt) throw refused("card-archived", "This card is archived. Bring it back first.");
  if (card.place !== expected.place || card.columnId !== expected.columnId)
    throw await movedMeanwhile(scope, card.id);
  const to = await findPlace(scope, card.projectId, wanted, card.id);
  const times = timesAt(scope, undo ? await withFormerTimes(scope, card, undo, to) : card, to);
  if (card.doneAt && !times.doneAt) await refuseReopening(scope, card.milestoneId);
  const { place, columnId, position } = to;
  const [moved, moveId] = await Promise.all([
    updateCard(scope, card, { place, columnId, position, ...times }, { ...expected, archivedAt: null }),
    record(scope, {
      verb: "card.moved",
      subject: { kind: "card", id: card.id },
      projectId: card.projectId,
      data: {
        from: { place: card.place, columnId: card.columnId },
        to: { place, columnId },
        was: { startedAt: card.startedAt, doneAt: card.doneAt },
        milestoneId: card.milestoneId,
        ...(times.doneAt && !card.doneAt ? { done: true } : {}),
      },
    }),
  ]);
  if (!moved) throw await movedMeanwhile(scope, card.id);
  const { milestoneId, milestoneState, projectId } = card;
  if (milestoneId && milestoneState === "agreed" && leavesTodo(card, to))
    await startMilestone(scope, { id: milestoneId, projectId }, card.id);
  return { card: { ...card, ...to, ...times, touchedAt: scope.now }, moveId };
}

function leavesTodo(card: CardRow, to: FoundPlace): boolean {
  const atWork = to.category === "doing" || to.category === "done";
  return atWork && card.category !== "doing" && card.category !== "done";
}

/** Work begins on entering a column of that kind and ends in one that says done; leaving it, it is open again. */
function timesAt({ now }: Scope, card: CardRow, to: FoundPlace): Pick<CardRow, "startedAt" | "doneAt"> {
  return {
    startedAt: to.category === "doing" ? (card.startedAt ?? now) : card.startedAt,
    doneAt: to.category === "done" ? (card.doneAt ?? now) : null,
  };
}

/** Back where the named move took it from, a card began and was done when it had been before, not now. */
async function withFormerTimes(
  scope: Scope,
  card: CardRow,
  moveId: string,
  to: FoundPlace,
): Promise<CardRow> {
  const { from, was } = await moveNamed(scope, card.id, moveId);
  if (from.place !== to.place || from.columnId !== to.columnId) return card;
  return { ...card, startedAt: instant(was.startedAt), doneAt: instant(was.doneAt) };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

async function movedMeanwhile(scope: Scope, cardId: string) {
  const { card } = await visibleCard(scope, cardId);
  const last = await lastChange(scope, cardId, [
    "card.moved",
    "card.created",
    "card.archived",
    "card.unarchived",
  ]);
  const place = { columnId: card.columnId, place: card.place };
  return conflict("card-moved", `${last.by ?? "Somebody"} moved this card meanwhile.`, { ...last, ...place });
}
