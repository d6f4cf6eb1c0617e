import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { recipientsOf } from "../publications/publications.store.ts";
import { mailReport } from "./report-mail.ts";
import { lastMoment, type Monthly, nextMoment } from "./report-moments.ts";
import {
  type DueSchedule,
  endSchedule,
  findSchedule,
  holdSchedule,
  insertSchedule,
  lastMonthOf,
  readersOf,
  replaceReaders,
  runningSchedules,
  updateSchedule,
} from "./report-schedules.store.ts";
import { lastNumber } from "./reports.store.ts";
import { chosen, keepReport, readAsClient } from "./reports.ts";

export interface WantedSchedule extends Monthly {
  personIds: readonly string[];
  /** The revision that was seen; null for who has seen none. */
  seen: number | null;
}

/** From its next moment on, a report each month. */
export async function setSchedule(
  scope: Scope,
  { id: projectId }: ProjectAccess,
  { personIds, seen, dayOfMonth, atMinutes }: WantedSchedule,
  zone: string,
): Promise<void> {
  await chosen(scope, projectId, personIds);
  const startsOn = nextMoment({ dayOfMonth, atMinutes }, zone, scope.now).on;
  const wanted = { dayOfMonth, atMinutes, startsOn };
  const known = await findSchedule(scope, projectId);
  const revision = known && seen === null && known.endedAt ? known.revision : seen;
  const done =
    revision === null
      ? await insertSchedule(scope, { ...wanted, id: newId(), projectId })
      : await updateSchedule(scope, projectId, revision, wanted);
  if (!done) throw conflict("schedule-changed", "Somebody else has just changed when reports are made.");
  await replaceReaders(scope, projectId, [...new Set(personIds)]);
  await record(scope, {
    verb: "report.scheduled",
    subject: { kind: "project", id: projectId },
    projectId,
    data: { dayOfMonth, atMinutes, readers: personIds.length },
  });
}

export async function dropSchedule(scope: Scope, { id: projectId }: ProjectAccess): Promise<void> {
  if (!(await endSchedule(scope, projectId))) throw notFound();
  await record(scope, {
    verb: "report.scheduleEnded",
    subject: { kind: "project", id: projectId },
    projectId,
  });
}

export interface ScheduleView {
  dayOfMonth: number;
  atMinutes: number;
  personIds: string[];
  nextAt: string;
  revision: number;
}

export async function scheduleOf(
  scope: Scope,
  projectId: string,
  zone: string,
): Promise<ScheduleView | null> {
  const found = await findSchedule(scope, projectId);
  if (!found || found.endedAt) return null;
  const { dayOfMonth, atMinutes, revision } = found;
  const readers = new Set(await readersOf(scope, projectId));
  const people = (await recipientsOf(scope, projectId)).filter(({ id }) => readers.has(id));
  const next = nextMoment(found, zone, scope.now);
  const isThere = next.month === (await lastMonthOf(scope, projectId));
  const { at } = isThere ? nextMoment(found, zone, next.at) : next;
  const personIds = people.map(({ id }) => id);
  return { dayOfMonth, atMinutes, personIds, nextAt: at.toISOString(), revision };
}

/** Whoever was away for longer at the moment of a report makes the next one. */
const LATEST_MS = 3 * 86_400_000;

/** One report a month for each schedule whose moment has come, however many processes look and however often. */
export async function makeScheduledReports(services: Services): Promise<number> {
  const { database, kit } = services;
  let made = 0;
  for (const schedule of await runningSchedules(database.maintenance)) {
    const { month, on, at } = lastMoment(schedule, schedule.zone, kit.clock.now());
    const late = kit.clock.now().getTime() - at.getTime() > LATEST_MS;
    if (late || on < schedule.startsOn || (schedule.month !== null && schedule.month >= month)) continue;
    made += Number(await makeOne(services, schedule, month));
  }
  return made;
}

async function makeOne(services: Services, schedule: DueSchedule, month: string): Promise<boolean> {
  const { database, kit } = services;
  const { workspaceId, projectId } = schedule;
  const { frozen, names } = await readAsClient(services, schedule);
  if (!frozen) return false;
  const now = kit.clock.now();
  return database.inWorkspace(workspaceId, async (tx) => {
    const scope = { tx, actor: houseOf(workspaceId), kit, now, requestId: "" };
    if (!(await holdSchedule(scope, projectId))) return false;
    const id = await keepReport(scope, projectId, frozen, {
      personId: null,
      month,
      n: (await lastNumber(scope, projectId)) + 1,
    });
    if (!id) return false;
    const wanted = new Set(await readersOf(scope, projectId));
    const readers = (await recipientsOf(scope, projectId)).filter((one) => wanted.has(one.id));
    await mailReport(scope, { id, projectId, snapshot: frozen.snapshot, names }, readers);
    return true;
  });
}
