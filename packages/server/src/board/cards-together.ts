import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { type Happening, record, recordAll } from "../events/events.ts";
import { holdMilestone } from "../milestones/locks.store.ts";
import { findTrashed } from "../projects/trash.store.ts";
import { moveAllToTrash, restore } from "../projects/trash.ts";
import type { DoneAct } from "./board-acts.store.ts";
import { visibleCard } from "./card-access.store.ts";
import { leaveClosedMilestone } from "./card-fields.ts";
import { isClosed } from "./card-milestone.ts";
import {
  archiveAgain,
  archiveAll,
  type HeldCard,
  holdCards,
  leaveMilestones,
  unarchiveAll,
  type WhichCards,
} from "./cards-together.store.ts";

/** Many cards by one act: what it did, and the name by which it is taken back. Nothing done has no name. */
export interface ActTogether {
  actId: string | null;
  cardIds: string[];
}

export const ARCHIVED = "card.archivedTogether";
export const UNARCHIVED = "card.unarchivedTogether";
export const DELETED = "card.deletedTogether";

const NOTHING: ActTogether = { actId: null, cardIds: [] };
const idsOf = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);

export async function archiveTogether(
  scope: Scope,
  projectId: string,
  which: WhichCards,
): Promise<ActTogether> {
  const cards = await holdCards(scope, projectId, which, "there");
  if (cards.length === 0) return NOTHING;
  await archiveAll(scope, idsOf(cards));
  const columnId = "columnId" in which ? which.columnId : null;
  const actId = await tell(scope, { projectId, verb: ARCHIVED, columnId }, { cards: idsOf(cards) });
  await recordAll(
    scope,
    cards.map(({ id }) => archived(projectId, { id, before: null, after: scope.now, actId })),
  );
  return { actId, cardIds: idsOf(cards) };
}

/** Each where it was; open work whose milestone is over serves none any more. */
export async function unarchiveTogether(
  scope: Scope,
  projectId: string,
  cardIds: readonly string[],
): Promise<ActTogether> {
  const cards = await holdCards(scope, projectId, { cardIds }, "archived");
  if (cards.length === 0) return NOTHING;
  await unarchiveAll(scope, idsOf(cards));
  const left = await withoutClosed(scope, cards);
  const places = cards.map(({ id, archivedAt, milestoneId }) => ({
    id,
    archivedAt,
    ...(left.has(id) ? { left: milestoneId } : {}),
  }));
  const actId = await tell(scope, { projectId, verb: UNARCHIVED }, { cards: places });
  await recordAll(scope, [
    ...cards.map(({ id, archivedAt }) => archived(projectId, { id, before: archivedAt, after: null, actId })),
    ...cards
      .filter(({ id }) => left.has(id))
      .map(({ id, milestoneId }) => served(projectId, { id, before: milestoneId, after: null, actId })),
  ]);
  return { actId, cardIds: idsOf(cards) };
}

export async function trashTogether(
  scope: Scope,
  projectId: string,
  cardIds: readonly string[],
): Promise<ActTogether> {
  const cards = await holdCards(scope, projectId, { cardIds }, "either");
  if (cards.length === 0) return NOTHING;
  await moveAllToTrash(
    scope,
    cards.map(({ id, title }) => ({ kind: "card", id, title, projectId })),
  );
  const actId = await tell(scope, { projectId, verb: DELETED }, { cards: idsOf(cards) });
  return { actId, cardIds: idsOf(cards) };
}

const Ids = z.object({ cards: z.array(z.string()) });
const Places = z.object({
  cards: z.array(z.object({ id: z.string(), archivedAt: z.iso.datetime(), left: z.string().optional() })),
});

/** Only cards that are still as the act left them; whoever has gone on with one keeps it so. */
export async function undoArchiving(scope: Scope, projectId: string, { at, data }: DoneAct) {
  const { cards: cardIds } = Ids.parse(data);
  const held = await holdCards(scope, projectId, { cardIds }, "archived");
  const same = held.filter(({ archivedAt }) => archivedAt?.getTime() === at.getTime());
  await unarchiveAll(scope, idsOf(same));
  const left = await withoutClosed(scope, same);
  await recordAll(scope, [
    ...same.map(({ id, archivedAt }) => archived(projectId, { id, before: archivedAt, after: null })),
    ...same
      .filter(({ id }) => left.has(id))
      .map(({ id, milestoneId }) => served(projectId, { id, before: milestoneId, after: null })),
  ]);
  return idsOf(same);
}

export async function undoUnarchiving(scope: Scope, projectId: string, { data }: DoneAct) {
  const { cards: places } = Places.parse(data);
  const held = await holdCards(scope, projectId, { cardIds: idsOf(places) }, "there");
  const there = new Map(held.map((card) => [card.id, card]));
  const back = places.filter(({ id }) => there.has(id));
  await archiveAgain(scope, back);
  await recordAll(scope, [
    ...back.map(({ id, archivedAt }) =>
      archived(projectId, { id, before: null, after: new Date(archivedAt) }),
    ),
    ...back
      .filter(({ id, left }) => left && there.get(id)?.milestoneId === null)
      .map(({ id, left }) => served(projectId, { id, before: null, after: left ?? null })),
  ]);
  return idsOf(back);
}

export async function undoDeleting(scope: Scope, _projectId: string, { data }: DoneAct) {
  const rows = await findTrashed(scope, Ids.parse(data).cards);
  const mine = rows.filter(({ personId }) => personId === scope.actor.personId);
  for (const row of mine) {
    await restore(scope, row);
    await leaveClosedMilestone(scope, (await visibleCard(scope, row.thingId)).card);
  }
  return mine.map(({ thingId }) => thingId);
}

/** Takes open cards out of milestones that are over; tells which. */
async function withoutClosed(scope: Scope, cards: readonly HeldCard[]): Promise<Set<string>> {
  const open = cards.filter(({ doneAt, milestoneId }) => doneAt === null && milestoneId !== null);
  const closed = new Set<string>();
  for (const id of [...new Set(open.map(({ milestoneId }) => milestoneId ?? ""))].sort())
    if (isClosed(await holdMilestone(scope, id))) closed.add(id);
  const left = open.filter(({ milestoneId }) => closed.has(milestoneId ?? ""));
  if (left.length > 0) await leaveMilestones(scope, idsOf(left));
  return new Set(idsOf(left));
}

interface Change<T> {
  id: string;
  before: T | null;
  after: T | null;
  actId?: string;
}

function archived(projectId: string, { id, before, after, actId }: Change<Date>): Happening {
  const verb = after ? "card.archived" : "card.unarchived";
  const data = { before: { archivedAt: before }, after: { archivedAt: after } };
  return { verb, subject: { kind: "card", id }, projectId, data: { ...data, ...because(actId) } };
}

function served(projectId: string, { id, before, after, actId }: Change<string>): Happening {
  const data = { before: { milestoneId: before }, after: { milestoneId: after }, ...because(actId) };
  return { verb: "card.milestoneChanged", subject: { kind: "card", id }, projectId, data };
}

function because(actId: string | undefined) {
  return actId === undefined ? {} : { because: { actId } };
}

function tell(
  scope: Scope,
  {
    projectId,
    verb,
    columnId = null,
  }: { projectId: string; verb: `card.${string}`; columnId?: string | null },
  data: Record<string, unknown>,
): Promise<string> {
  const subject = columnId
    ? ({ kind: "column", id: columnId } as const)
    : ({ kind: "project", id: projectId } as const);
  return record(scope, { verb, subject, projectId, data });
}
