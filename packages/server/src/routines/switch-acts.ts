import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { type CardRow, visibleCard } from "../board/card-access.store.ts";
import { archiveCard, setBlocked, setMarks } from "../board/card-fields.ts";
import { moveCard } from "../board/card-moves.ts";
import { firstDoneColumn } from "../board/open-cards.store.ts";
import { record } from "../events/events.ts";
import {
  categoryOf,
  doneCardsOf,
  type Heard,
  milestoneFacts,
  waitingCardsOf,
} from "./switch-events.store.ts";
import type { SwitchCode } from "./switch-kinds.ts";

/** What follows from an event; asks for its turn first, which is false where somebody else has had it. */
export type Act = (scope: Scope, event: Heard, claim: (thingId: string) => Promise<boolean>) => Promise<void>;

export type EventCode = Extract<
  SwitchCode,
  | "items_done"
  | "started_without_people"
  | "started_without_estimate"
  | "criteria_met"
  | "milestone_reached"
  | "request_answered"
>;

const ENTRIES = ["card.moved", "card.created"];

/** In this order where one event concerns several: who begins a card is on it before its people are asked. */
export const ACTS: Readonly<Record<EventCode, { verbs: readonly string[]; act: Act }>> = {
  items_done: { verbs: ["card.itemDone", "card.itemRemoved"], act: finish },
  started_without_people: { verbs: ENTRIES, act: takeMover },
  started_without_estimate: { verbs: ENTRIES, act: askForEstimate },
  criteria_met: { verbs: ["milestone.criterionAnswered", "milestone.criterionRemoved"], act: offerApproval },
  milestone_reached: { verbs: ["milestone.moved"], act: archiveDone },
  request_answered: { verbs: ["clientRequest.answered"], act: unblock },
};

const Place = z.object({ columnId: z.string().nullable() });

/** Facts are written by the verbs alone; what is missing concerns no switch. */
const Facts = z.object({
  from: Place.nullable().catch(null),
  /** The place of a card, the step of a milestone. */
  to: z.union([Place, z.string()]).nullable().catch(null),
  /** Where a card was made. */
  columnId: z.string().nullable().catch(null),
  milestoneId: z.string().nullable().catch(null),
});

async function finish(
  scope: Scope,
  { subjectId }: Heard,
  claim: (id: string) => Promise<boolean>,
): Promise<void> {
  const { card } = await visibleCard(scope, subjectId);
  const isTicked = card.itemCount > 0 && card.itemDoneCount === card.itemCount;
  if (!isTicked || card.doneAt || card.archivedAt || card.place !== "board") return;
  const columnId = await firstDoneColumn(scope, card.projectId);
  if (columnId === null || !(await claim(card.id))) return;
  await moveCard(scope, card, { columnId }, { place: "board", columnId: card.columnId });
}

/** The card, where this event took it into a column at work from none, and it still is at work. */
async function startedCard(scope: Scope, { subjectId, data }: Heard): Promise<CardRow | null> {
  const { from, to, columnId } = Facts.parse(data);
  const entered = typeof to === "object" && to !== null ? to.columnId : columnId;
  if (!(await isAtWork(scope, entered)) || (await isAtWork(scope, from?.columnId ?? null))) return null;
  const { card } = await visibleCard(scope, subjectId);
  return card.category === "doing" && !card.archivedAt ? card : null;
}

async function isAtWork(scope: Scope, columnId: string | null): Promise<boolean> {
  return columnId !== null && (await categoryOf(scope, columnId)) === "doing";
}

async function takeMover(scope: Scope, event: Heard, claim: (id: string) => Promise<boolean>): Promise<void> {
  const card = await startedCard(scope, event);
  if (!card || card.people.length > 0 || event.actorId === null || !(await claim(card.id))) return;
  await setMarks(scope, card, "people", { add: [event.actorId] });
}

async function askForEstimate(
  scope: Scope,
  event: Heard,
  claim: (id: string) => Promise<boolean>,
): Promise<void> {
  const card = await startedCard(scope, event);
  if (!card || card.likely !== null) return;
  const people = card.people.length > 0 || event.actorId === null ? card.people : [event.actorId];
  if (people.length === 0 || !(await claim(card.id))) return;
  await tellOf(scope, { kind: "card", ...card }, { people });
}

async function offerApproval(
  scope: Scope,
  { subjectId }: Heard,
  claim: (id: string) => Promise<boolean>,
): Promise<void> {
  const milestone = await milestoneFacts(scope, subjectId);
  if (!milestone?.isReady || milestone.ownerId === null || !(await claim(subjectId))) return;
  const { projectId, ownerId } = milestone;
  await tellOf(scope, { kind: "milestone", id: subjectId, projectId }, { people: [ownerId] });
}

async function archiveDone(
  scope: Scope,
  { subjectId, data }: Heard,
  claim: (id: string) => Promise<boolean>,
): Promise<void> {
  if (Facts.parse(data).to !== "accepted") return;
  const cards = await doneCardsOf(scope, subjectId);
  if (cards.length === 0 || !(await claim(subjectId))) return;
  for (const id of cards) await archiveCard(scope, (await visibleCard(scope, id)).card);
}

async function unblock(
  scope: Scope,
  { subjectId, data }: Heard,
  claim: (id: string) => Promise<boolean>,
): Promise<void> {
  const { milestoneId } = Facts.parse(data);
  const cards = milestoneId === null ? [] : await waitingCardsOf(scope, milestoneId);
  if (cards.length === 0 || !(await claim(subjectId))) return;
  for (const id of cards) await setBlocked(scope, (await visibleCard(scope, id)).card, null, false);
}

/** What people are told by a switch reaches their inboxes from this event. */
export async function tellOf(
  scope: Scope,
  { kind, id, projectId }: { kind: "card" | "milestone"; id: string; projectId: string },
  facts: { people: readonly string[]; days?: number },
): Promise<void> {
  await record(scope, { verb: `${kind}.toldOf`, subject: { kind, id }, projectId, data: { ...facts } });
}
