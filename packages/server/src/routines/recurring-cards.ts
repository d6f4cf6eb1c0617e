import type { Scope } from "../access/scope.ts";
import { refuseOddValues } from "../board/card-content.ts";
import { CardContent } from "../board/card-content.view.ts";
import { refuseOddEstimate } from "../board/card-fields.ts";
import { listColumns } from "../board/columns.store.ts";
import { record } from "../events/events.ts";
import { invalid, notFound, refused, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { clockText, minutesOf } from "../projects/rhythm.ts";
import {
  deleteRecurring,
  findRecurring,
  insertRecurring,
  listRecurring,
  type RecurringRow,
  updateRecurring,
} from "./recurring-cards.store.ts";
import type { RecurringCardView, RecurringWish, RhythmWish } from "./recurring-cards.view.ts";
import { momentOf, turnsOf } from "./rhythm.ts";

const AHEAD = 3;
const MANY = 100;

export async function readRecurring(
  scope: Scope,
  projectId: string,
): Promise<{ items: RecurringCardView[]; zone: string }> {
  const work = await workCalendar(scope);
  const rows = await listRecurring(scope, projectId);
  return { items: rows.map((row) => present(row, work, scope.now)), zone: work.zone };
}

/** The next three dates of a rhythm that nobody has saved yet. */
export async function comingCards(scope: Scope, wish: RhythmWish): Promise<RecurringCardView["coming"]> {
  return datesOf(rhythmFields(wish), await workCalendar(scope), scope.now);
}

export async function createRecurring(
  scope: Scope,
  projectId: string,
  wish: RecurringWish,
): Promise<RecurringCardView> {
  await check(scope, projectId, wish);
  if ((await listRecurring(scope, projectId)).length >= MANY)
    throw refused("too-many-recurring-cards", `A project has at most ${MANY} recurring cards.`);
  const work = await workCalendar(scope);
  const { workspaceId, personId } = scope.actor;
  const row = await insertRecurring(scope, {
    workspaceId,
    id: newId(),
    projectId,
    setBy: personId,
    createdAt: scope.now,
    ...fieldsOf(wish, work, scope.now),
  });
  await tell(scope, "created", row);
  return present(row, work, scope.now);
}

export async function changeRecurring(
  scope: Scope,
  { id, projectId, pausedAt, content }: RecurringRow,
  revision: number,
  wish: RecurringWish,
): Promise<RecurringCardView> {
  await check(scope, projectId, wish, CardContent.parse(content).values);
  const work = await workCalendar(scope);
  const fields = fieldsOf(wish, work, scope.now);
  const paused = wish.paused ? (pausedAt ?? scope.now) : null;
  const isSaved = await updateRecurring(scope, id, revision, { ...fields, pausedAt: paused });
  const row = await findRecurring(scope, id);
  if (!row) throw notFound();
  if (!isSaved) throw stale(present(row, work, scope.now));
  await tell(scope, "changed", row);
  return present(row, work, scope.now);
}

/** Cards it has made stay. */
export async function removeRecurring(scope: Scope, row: RecurringRow): Promise<void> {
  await deleteRecurring(scope, row.id);
  await tell(scope, "removed", row);
}

async function check(
  scope: Scope,
  projectId: string,
  { content, columnId, startsOn, endsOn }: RecurringWish,
  held?: RecurringWish["content"]["values"],
): Promise<void> {
  refuseOddEstimate(content);
  await refuseOddValues(scope, projectId, content, held);
  if (endsOn !== null && endsOn < startsOn)
    throw invalid([{ path: "endsOn", message: "Use a day on or after the first one." }]);
  const columns = columnId === null ? [] : await listColumns(scope, projectId);
  if (columnId !== null && !columns.some(({ id }) => id === columnId)) throw notFound();
}

/** What is set anew counts from now on: nothing is made for days that have passed. */
function fieldsOf(wish: RecurringWish, work: WorkCalendar, now: Date) {
  const rhythm = rhythmFields(wish);
  const { next } = turnsOf(rhythm, work, now);
  return {
    ...rhythm,
    columnId: wish.columnId,
    content: JSON.stringify(wish.content),
    pausedAt: wish.paused ? now : null,
    nextAt: next && momentOf(next),
  };
}

function rhythmFields({ cadence, everyDays, startsOn, at, endsOn }: RhythmWish) {
  return { cadence, everyDays, startsOn, atMinutes: minutesOf(at), endsOn };
}

function datesOf(rhythm: Parameters<typeof turnsOf>[0], work: WorkCalendar, now: Date) {
  return turnsOf(rhythm, work, now)
    .ahead(AHEAD)
    .map((one) => ({ on: one.on, at: momentOf(one).toISOString() }));
}

function present(row: RecurringRow, work: WorkCalendar, now: Date): RecurringCardView {
  const { id, columnId, everyDays, startsOn, endsOn, setBy, revision, atMinutes } = row;
  const paused = row.pausedAt !== null;
  return {
    id,
    content: CardContent.parse(row.content),
    columnId,
    // The table's check lets nothing else in.
    cadence: row.cadence as RecurringCardView["cadence"],
    everyDays,
    startsOn,
    at: clockText(atMinutes),
    endsOn,
    paused,
    setBy,
    revision,
    coming: paused ? [] : datesOf(row, work, now),
  };
}

async function tell(
  scope: Scope,
  what: "created" | "changed" | "removed",
  { id, projectId, content, pausedAt }: RecurringRow,
): Promise<void> {
  await record(scope, {
    verb: `recurringCard.${what}`,
    subject: { kind: "recurringCard", id },
    projectId,
    data: { title: CardContent.parse(content).title, paused: pausedAt !== null },
  });
}
