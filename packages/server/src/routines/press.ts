import { addWorkingDays } from "@milepost/planning";
import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { type CardRow, visibleCard } from "../board/card-access.store.ts";
import { archiveCard, setDates, setMarks, setMilestone, unarchiveCard } from "../board/card-fields.ts";
import { lastChange } from "../board/card-moves.store.ts";
import { moveCard } from "../board/card-moves.ts";
import { updateCard } from "../board/cards.store.ts";
import { listItems } from "../board/checklist.store.ts";
import { tick } from "../board/checklist.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, Problem, refused } from "../kit/errors.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { type ButtonRow, isTakenBack, type PressRow } from "./buttons.store.ts";
import { ButtonSteps, type Step } from "./buttons.view.ts";

const State = z.object({
  place: z.enum(["board", "later", "outline"]),
  columnId: z.string().nullable(),
  position: z.string(),
  startedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  archivedAt: z.string().nullable(),
  milestoneId: z.string().nullable(),
  dueOn: z.string().nullable(),
  people: z.array(z.string()),
  labels: z.array(z.string()),
});

/** What a press did: all that a way back needs, written by `press` alone. */
const Pressed = z.object({
  name: z.string(),
  cards: z.array(z.object({ id: z.string(), before: State, after: State, ticked: z.array(z.string()) })),
});

type Done = z.infer<typeof Pressed>["cards"][number];

/** Done by whoever presses, with all cards or with none. */
export async function press(
  scope: Scope,
  button: ButtonRow,
  { cardIds, revision }: { cardIds: readonly string[]; revision: number },
): Promise<{ id: string; cards: number }> {
  if (button.revision !== revision)
    throw conflict("button-changed", "Somebody has changed this button meanwhile. Look at what it does now.");
  const pressing = { ...scope, through: { byButton: button.name } };
  const { today, calendar } = await workCalendar(scope);
  const dueOn = (inDays: number) => addWorkingDays(calendar, today, inDays);
  const cards: Done[] = [];
  // In one order: two who press with the same cards wait for each other.
  for (const id of [...new Set(cardIds)].toSorted()) {
    const { card } = await visibleCard(scope, id);
    if (card.projectId !== button.projectId) throw notFound();
    const ticked: string[] = [];
    for (const step of ButtonSteps.parse(button.steps))
      ticked.push(...(await outdatedIfGone(() => carryOut(pressing, id, step, dueOn))));
    const after = (await visibleCard(scope, id)).card;
    cards.push({ id, before: stateOf(card), after: stateOf(after), ticked });
  }
  const eventId = await record(scope, {
    verb: "cardButton.pressed",
    subject: { kind: "cardButton", id: button.id },
    projectId: button.projectId,
    data: { name: button.name, cards },
  });
  return { id: eventId, cards: cards.length };
}

function stateOf({ place, startedAt, doneAt, archivedAt, ...card }: CardRow): Done["before"] {
  const { columnId, position, milestoneId, dueOn, people, labels } = card;
  return {
    // The table's check lets nothing else in.
    place: place as Done["before"]["place"],
    columnId,
    position,
    startedAt: startedAt?.toISOString() ?? null,
    doneAt: doneAt?.toISOString() ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
    milestoneId,
    dueOn,
    people,
    labels,
  };
}

async function outdatedIfGone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.status === 404)
      throw refused("button-outdated", "This button names something that is gone. Change it first.");
    throw error;
  }
}

/** One step with a card, over what it is now; answers with the lines that it ticked. */
async function carryOut(
  scope: Scope,
  cardId: string,
  step: Step,
  dueOn: (inDays: number) => string,
): Promise<string[]> {
  const { card } = await visibleCard(scope, cardId);
  switch (step.do) {
    case "move":
      if (card.columnId !== step.columnId)
        await moveCard(scope, card, { columnId: step.columnId }, placeOf(stateOf(card)));
      return [];
    case "milestone":
      if (card.milestoneId !== step.milestoneId)
        await setMilestone(scope, card, step.milestoneId, card.milestoneId);
      return [];
    case "assign":
      await mark(scope, card, "people", step.personId ?? scope.actor.personId);
      return [];
    case "label":
      await mark(scope, card, "labels", step.labelId);
      return [];
    case "due":
      await due(scope, card, dueOn(step.inDays));
      return [];
    case "tickAll":
      return tickAll(scope, card);
    case "archive":
      await archiveCard(scope, card);
      return [];
  }
}

function placeOf({ place, columnId }: Done["before"]) {
  return { place, columnId };
}

async function mark(scope: Scope, card: CardRow, kind: "people" | "labels", id: string): Promise<void> {
  if (!card[kind].includes(id)) await setMarks(scope, card, kind, { add: [id] });
}

async function due(scope: Scope, card: CardRow, dueOn: string): Promise<void> {
  if (card.dueOn !== dueOn) await setDates(scope, card, { dueOn }, { dueOn: card.dueOn });
}

async function tickAll(scope: Scope, card: CardRow): Promise<string[]> {
  const open = (await listItems(scope, card.id)).filter(({ doneAt }) => doneAt === null);
  for (const item of open) await tick(scope, card, item, true, false);
  return open.map(({ id }) => id);
}

/** As if it had not been pressed, wherever nobody has gone on with a card since: all of them or none. */
export async function takeBack(scope: Scope, row: PressRow): Promise<void> {
  const { name, cards } = Pressed.parse(row.data);
  if (await isTakenBack(scope, row)) throw conflict("press-undone", "This was taken back before.");
  const undoing = { ...scope, through: { byButton: name } };
  for (const done of cards) await giveBack(undoing, done);
  await record(scope, {
    verb: "cardButton.takenBack",
    subject: { kind: "cardButton", id: row.subjectId },
    projectId: row.projectId,
    data: { name, pressId: row.id },
  });
}

async function giveBack(scope: Scope, { id, before, after, ticked }: Done): Promise<void> {
  const { card } = await visibleCard(scope, id);
  const now = stateOf(card);
  const fields = ["place", "columnId", "milestoneId", "dueOn", "archivedAt"] as const;
  if (fields.some((field) => now[field] !== after[field])) throw await goneOn(scope, card);
  if (before.archivedAt === null && after.archivedAt !== null) await unarchiveCard(scope, card);
  await moveBack(scope, id, before);
  const there = (await visibleCard(scope, id)).card;
  if (there.milestoneId !== before.milestoneId)
    await setMilestone(scope, there, before.milestoneId, there.milestoneId);
  if (before.dueOn !== after.dueOn)
    await setDates(scope, there, { dueOn: before.dueOn }, { dueOn: after.dueOn });
  for (const kind of ["people", "labels"] as const) {
    const remove = after[kind].filter((one) => !before[kind].includes(one));
    if (remove.length > 0) await setMarks(scope, there, kind, { remove });
  }
  for (const item of await listItems(scope, id))
    if (ticked.includes(item.id) && item.doneAt) await tick(scope, there, item, false, true);
}

async function goneOn(scope: Scope, { id, title }: CardRow): Promise<Problem> {
  const last = await lastChange(scope, id, LEFT_BY);
  return conflict("card-changed", `${last.by ?? "Somebody"} has gone on with “${title}” meanwhile.`, {
    ...last,
  });
}

/** What changes what a way back asks about. */
const LEFT_BY = ["moved", "milestoneChanged", "datesChanged", "archived", "unarchived"].map(
  (what) => `card.${what}`,
);

/** To the very spot, begun and done as it had been. */
async function moveBack(scope: Scope, id: string, before: Done["before"]): Promise<void> {
  const { card } = await visibleCard(scope, id);
  const { columnId, place, position, startedAt, doneAt } = before;
  if (card.columnId === columnId && card.place === place) return;
  const to = columnId === null ? { later: true } : { columnId };
  const { card: moved } = await moveCard(scope, card, to, placeOf(stateOf(card)));
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  await updateCard(scope, moved, { position, startedAt: instant(startedAt), doneAt: instant(doneAt) });
}
