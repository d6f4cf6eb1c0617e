import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import type { Some } from "../kit/given.ts";
import { holdMilestone } from "../milestones/locks.store.ts";
import { type CardRow, visibleCard } from "./card-access.store.ts";
import { heldCover, pictureOfCard } from "./card-cover.store.ts";
import { type Estimate, insertEstimate } from "./card-estimates.store.ts";
import { changeMarks } from "./card-marks.store.ts";
import { isClosed, needMilestone, needOpenMilestone } from "./card-milestone.ts";
import { lastChange } from "./card-moves.store.ts";
import { updateCard } from "./cards.store.ts";

type Fields = Pick<
  CardRow,
  | "milestoneId"
  | "startOn"
  | "dueOn"
  | "low"
  | "likely"
  | "high"
  | "priority"
  | "blockedReason"
  | "blockedByClient"
  | "archivedAt"
  | "coverFileId"
>;

/** Writes quick fields, only over what the writer saw when they say what that was. */
async function change(
  scope: Scope,
  card: CardRow,
  verb: `card.${string}`,
  wanted: Partial<Fields>,
  expected: Some<Fields> = {},
): Promise<CardRow> {
  const before = Object.fromEntries(Object.keys(wanted).map((field) => [field, card[field as keyof Fields]]));
  const [written] = await Promise.all([
    updateCard(scope, card, wanted, expected),
    record(scope, {
      verb,
      subject: { kind: "card", id: card.id },
      projectId: card.projectId,
      data: { before, after: wanted },
    }),
  ]);
  if (!written) throw await changedMeanwhile(scope, card.id, verb, Object.keys(wanted));
  return { ...card, ...wanted, touchedAt: scope.now };
}

async function changedMeanwhile(scope: Scope, cardId: string, verb: string, fields: string[]) {
  const { card } = await visibleCard(scope, cardId);
  const last = await lastChange(scope, cardId, [verb]);
  const current = Object.fromEntries(fields.map((field) => [field, card[field as keyof Fields]]));
  return conflict("card-changed", `${last.by ?? "Somebody"} changed this meanwhile.`, {
    ...last,
    ...current,
  });
}

export async function setMilestone(
  scope: Scope,
  card: CardRow,
  milestoneId: string | null,
  expected: string | null,
): Promise<CardRow> {
  if (milestoneId)
    await (card.doneAt ? needMilestone : needOpenMilestone)(scope, card.projectId, milestoneId);
  return change(scope, card, "card.milestoneChanged", { milestoneId }, { milestoneId: expected });
}

type Dates = Pick<CardRow, "startOn" | "dueOn">;

export function setDates(
  scope: Scope,
  card: CardRow,
  given: Some<Dates>,
  expected?: Some<Dates>,
): Promise<CardRow> {
  const startOn = given.startOn === undefined ? card.startOn : given.startOn;
  const dueOn = given.dueOn === undefined ? card.dueOn : given.dueOn;
  refuseBackwards(startOn, dueOn);
  return change(scope, card, "card.datesChanged", { startOn, dueOn }, expected);
}

export function refuseBackwards(startOn: string | null, dueOn: string | null): void {
  if (startOn !== null && dueOn !== null && startOn > dueOn)
    throw refused("dates-backwards", "It is due before it starts.", { startOn, dueOn });
}

export async function setEstimate(
  scope: Scope,
  card: CardRow,
  estimate: Estimate,
  expected?: Some<Estimate>,
): Promise<CardRow> {
  refuseOddEstimate(estimate);
  const changed = await change(scope, card, "card.estimated", estimate, expected);
  await insertEstimate(scope, card.id, estimate);
  return changed;
}

export function refuseOddEstimate({ low, likely, high }: Some<Estimate>): void {
  const ends = low != null || high != null;
  const inOrder = likely != null && (low ?? likely) <= likely && likely <= (high ?? likely);
  if (ends && !inOrder)
    throw refused("estimate-order", "An estimate goes from low over likely to high.", { low, likely, high });
}

export function setPriority(
  scope: Scope,
  card: CardRow,
  priority: number,
  expected?: number,
): Promise<CardRow> {
  return change(
    scope,
    card,
    "card.priorityChanged",
    { priority },
    expected === undefined ? {} : { priority: expected },
  );
}

/** A picture among the card's own files, or none. */
export async function setCover(
  scope: Scope,
  card: CardRow,
  fileId: string | null,
  expected: string | null,
): Promise<CardRow> {
  if ((await heldCover(scope, card.id)) !== expected)
    throw await changedMeanwhile(scope, card.id, "card.coverChanged", ["coverFileId"]);
  const version = fileId === null ? null : await pictureOfCard(scope, card.id, fileId);
  if (version === undefined)
    throw refused("no-picture", "Only a picture among the card's files can be its cover.");
  const changed = await change(scope, card, "card.coverChanged", { coverFileId: fileId });
  return { ...changed, coverVersion: version };
}

export function setBlocked(
  scope: Scope,
  card: CardRow,
  reason: string | null,
  byClient: boolean,
): Promise<CardRow> {
  const wanted = { blockedReason: reason, blockedByClient: reason !== null && byClient };
  return change(scope, card, reason === null ? "card.unblocked" : "card.blocked", wanted);
}

export function archiveCard(scope: Scope, card: CardRow): Promise<CardRow> {
  return card.archivedAt
    ? Promise.resolve(card)
    : change(scope, card, "card.archived", { archivedAt: scope.now });
}

export async function unarchiveCard(scope: Scope, card: CardRow): Promise<CardRow> {
  if (!card.archivedAt) return card;
  return leaveClosedMilestone(scope, await change(scope, card, "card.unarchived", { archivedAt: null }));
}

/** Open work that comes back when its milestone is over serves none any more. */
export async function leaveClosedMilestone(scope: Scope, card: CardRow): Promise<CardRow> {
  if (card.doneAt || card.archivedAt || card.milestoneId === null) return card;
  const state = await holdMilestone(scope, card.milestoneId);
  return isClosed(state) ? setMilestone(scope, card, null, card.milestoneId) : card;
}

/** People or labels by what is added and removed, so that two who do it at once both keep theirs. */
export async function setMarks(
  scope: Scope,
  card: CardRow,
  kind: "people" | "labels",
  wanted: { add?: string[] | undefined; remove?: string[] | undefined },
): Promise<CardRow> {
  const had = card[kind];
  const remove = new Set(wanted.remove);
  const add = [...new Set(wanted.add)].filter((id) => !remove.has(id));
  const added = add.filter((id) => !had.includes(id));
  const removed = had.filter((id) => remove.has(id));
  if ((await changeMarks(scope, card, kind, { add, remove: [...remove] })) !== add.length) throw notFound();
  const verb = kind === "people" ? "card.assigned" : "card.labelled";
  await record(scope, {
    verb,
    subject: { kind: "card", id: card.id },
    projectId: card.projectId,
    data: { added, removed },
  });
  return { ...card, [kind]: [...had.filter((id) => !remove.has(id)), ...added], touchedAt: scope.now };
}
