import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, invalid, notFound, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { workTimes } from "../plan/work-times.store.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { listProjectMembers } from "../projects/project-members.store.ts";
import { clockText, minutesOf, rhythmNamed } from "../projects/rhythm.ts";
import {
  beginAnew,
  type CheckInAccess,
  type CheckInRow,
  deleteUnanswered,
  findCheckIn,
  insertCheckIn,
  listAsked,
  replaceAsked,
  setSchedule,
  updateCheckIn,
} from "./check-ins.store.ts";
import type { AskedView, CheckInView, CheckInWish, OwnSchedule } from "./check-ins.view.ts";
import { localTimeOfPerson, momentOf, seriesOf, turnsAround } from "./turns.ts";

/** The question of a project with whom it asks, or nothing yet; and who can be asked. */
export async function readCheckIn(scope: Scope, project: ProjectAccess) {
  const row = await findCheckIn(scope, { projectId: project.id });
  return {
    checkIn: row ? await present(scope, row) : null,
    team: await teamOf(scope, project.id),
    maySetUp: can(scope.actor, "project.edit", { project }),
  };
}

/** The first time, or over what was seen. */
export async function setUpCheckIn(
  scope: Scope,
  project: ProjectAccess,
  { personIds, at, revision, paused, ...wish }: CheckInWish,
): Promise<void> {
  const people = [...new Set(personIds)];
  const team = new Set((await teamOf(scope, project.id)).map(({ id }) => id));
  if (people.some((id) => !team.has(id)))
    throw invalid([{ path: "personIds", message: "Choose people who work on this project." }]);
  const before = await findCheckIn(scope, { projectId: project.id });
  const fields = { ...wish, atMinutes: minutesOf(at) };
  const row = before
    ? await change(scope, before, revision, {
        ...fields,
        pausedAt: paused ? (before.pausedAt ?? scope.now) : null,
      })
    : await begin(scope, project.id, { ...fields, pausedAt: paused ? scope.now : null });
  await replaceAsked(scope, row.id, people);
  if (before && isOtherRhythm(before, row)) await beginAnew(scope, row.id);
  await record(scope, {
    verb: before ? "checkIn.changed" : "checkIn.created",
    subject: { kind: "checkIn", id: row.id },
    projectId: project.id,
    data: { question: row.question, paused },
  });
}

/** As if it had never been set up; what has answers can only be paused. */
export async function removeCheckIn(scope: Scope, { checkIn, project }: CheckInAccess): Promise<void> {
  const { id, question } = checkIn;
  if (!(await deleteUnanswered(scope, id)))
    throw conflict("has-answers", "Somebody has answered it, so that it can only be paused.");
  await record(scope, {
    verb: "checkIn.removed",
    subject: { kind: "checkIn", id },
    projectId: project.id,
    data: { question },
  });
}

type Fields = Pick<CheckInRow, "question" | "cadence" | "everyDays" | "startsOn" | "atMinutes" | "pausedAt">;

async function begin(scope: Scope, projectId: string, fields: Fields): Promise<CheckInRow> {
  const { actor, now } = scope;
  const place = { workspaceId: actor.workspaceId, id: newId(), projectId };
  const isFirst = await insertCheckIn(scope, { ...place, ...fields, setBy: actor.personId, createdAt: now });
  const row = await found(scope, projectId);
  if (!isFirst) throw stale(await present(scope, row));
  return row;
}

async function change(
  scope: Scope,
  before: CheckInRow,
  revision: number | null,
  fields: Fields,
): Promise<CheckInRow> {
  const isSaved = revision !== null && (await updateCheckIn(scope, { id: before.id, revision }, fields));
  const row = await found(scope, before.projectId);
  if (!isSaved) throw stale(await present(scope, row));
  return row;
}

async function found(scope: Scope, projectId: string): Promise<CheckInRow> {
  const row = await findCheckIn(scope, { projectId });
  if (!row) throw notFound();
  return row;
}

function isOtherRhythm(before: CheckInRow, after: CheckInRow): boolean {
  const { cadence, everyDays, startsOn, atMinutes, pausedAt } = after;
  const same = before.cadence === cadence && before.everyDays === everyDays && before.startsOn === startsOn;
  return !same || before.atMinutes !== atMinutes || (before.pausedAt === null) !== (pausedAt === null);
}

/** A schedule of one's own, or none for a while; 404 for who is not asked. */
export async function scheduleOwn(
  scope: Scope,
  { checkIn, project }: CheckInAccess,
  { own, paused }: OwnSchedule,
): Promise<CheckInView> {
  const { personId } = scope.actor;
  const before = (await listAsked(scope, checkIn.id)).find((one) => one.personId === personId);
  const schedule = {
    cadence: own?.cadence ?? null,
    everyDays: own?.everyDays ?? null,
    startsOn: own?.startsOn ?? null,
    atMinutes: own ? minutesOf(own.at) : null,
    pausedAt: paused ? (before?.pausedAt ?? scope.now) : null,
  };
  if (!before || !(await setSchedule(scope, checkIn.id, personId, schedule))) throw notFound();
  await record(scope, {
    verb: "checkIn.scheduled",
    subject: { kind: "checkIn", id: checkIn.id },
    projectId: project.id,
    data: { paused },
  });
  return present(scope, checkIn);
}

/** Guests are there for their cards. */
async function teamOf(scope: Scope, projectId: string): Promise<{ id: string; name: string }[]> {
  return (await listProjectMembers(scope, projectId))
    .filter(({ workspaceRole }) => workspaceRole !== "guest")
    .map(({ personId: id, name }) => ({ id, name }));
}

async function present(scope: Scope, row: CheckInRow): Promise<CheckInView> {
  const { id, question, cadence, everyDays, startsOn, atMinutes, setBy, revision } = row;
  return {
    id,
    question,
    cadence: rhythmNamed(cadence),
    everyDays,
    startsOn,
    at: clockText(atMinutes),
    paused: row.pausedAt !== null,
    setBy,
    revision,
    people: await presentAsked(scope, row),
  };
}

async function presentAsked(scope: Scope, row: CheckInRow): Promise<AskedView[]> {
  const work = await workCalendar(scope);
  const times = await workTimes(scope);
  return (await listAsked(scope, row.id)).map((one) => {
    const { personId, name, zone, cadence, everyDays, startsOn, atMinutes } = one;
    const paused = one.pausedAt !== null;
    const series = seriesOf(row, one);
    const clock = { zone, times: times.get(personId), startsOn: series.startsOn };
    const { next } = turnsAround(series, localTimeOfPerson(clock, work, scope.now), scope.now);
    return {
      personId,
      name,
      zone,
      own:
        cadence === null || startsOn === null || atMinutes === null
          ? null
          : { cadence: rhythmNamed(cadence), everyDays, startsOn, at: clockText(atMinutes) },
      paused,
      next:
        paused || row.pausedAt !== null || next === null
          ? null
          : { on: next.on, at: momentOf(next).toISOString() },
    };
  });
}
