import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { createFromContent } from "../board/card-content.ts";
import { CardContent } from "../board/card-content.view.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import {
  claimDay,
  columnFor,
  goingOn,
  holdDue,
  noteMade,
  type RecurringRow,
  setNext,
  workspacesWithRecurring,
} from "./recurring-cards.store.ts";
import { momentOf, turnsOf } from "./rhythm.ts";

/** Makes the cards that are due, each once, however often and by however many it is asked. */
export async function makeRecurringCards({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const workspaceId of await workspacesWithRecurring(database.maintenance)) {
    const house = { actor: houseOf(workspaceId), kit, now, requestId: "" };
    const { work, due } = await database.inWorkspace(workspaceId, (tx) => lookAhead({ tx, ...house }));
    // Each in a transaction of its own: one that cannot be made does not hold up the others.
    const failed: unknown[] = [];
    for (const id of due)
      await database
        .inWorkspace(workspaceId, (tx) => makeDue({ tx, ...house }, id, work))
        .catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  }
}

/** Which are due; of all others the next moment follows the calendar, as when a holiday is added or the zone changes. */
async function lookAhead(scope: Scope): Promise<{ work: WorkCalendar; due: string[] }> {
  const work = await workCalendar(scope);
  const due: string[] = [];
  for (const row of await goingOn(scope)) {
    if (row.nextAt && row.nextAt <= scope.now) due.push(row.id);
    else await followCalendar(scope, row, work);
  }
  return { work, due };
}

async function followCalendar(scope: Scope, row: RecurringRow, work: WorkCalendar): Promise<void> {
  const { next } = turnsOf(row, work, scope.now);
  if (next && momentOf(next).getTime() !== row.nextAt?.getTime()) await setNext(scope, row, momentOf(next));
}

/** After an outage only the latest is made: yesterday's chores are not done twice today. A project at rest misses its turns. */
async function makeDue(scope: Scope, id: string, work: WorkCalendar): Promise<void> {
  const row = await holdDue(scope, id);
  if (!row?.nextAt) return;
  const { last, next } = turnsOf(row, work, scope.now);
  await setNext(scope, row, next && momentOf(next));
  const isMeant = last !== null && momentOf(last) >= row.nextAt;
  if (!isMeant || !row.isAtWork || !(await claimDay(scope, id, last.on))) return;
  const wanted = { content: CardContent.parse(row.content), from: { kind: "recurringCard" as const, id } };
  const at = { columnId: await columnFor(scope, row), on: last.on };
  const { card } = await createFromContent(scope, row.projectId, wanted, at);
  await noteMade(scope, id, last.on, card.id);
}
