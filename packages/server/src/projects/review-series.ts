import { addDays, readCadence, toEpochDay, weekdayOf } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import { conflict, invalid } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { findWorkspace } from "../people/workspaces.store.ts";
import { recordOnProject } from "./project-events.ts";
import { contactsOfProject, membersOfProject } from "./project-people.store.ts";
import { expectPeople } from "./project-people.ts";
import {
  findSeries,
  insertSeries,
  listInvitees,
  replaceInvitees,
  type SeriesRow,
  updateSeries,
} from "./review-series.store.ts";
import { type ReviewRhythm, rhythmOf } from "./review-words.ts";

export interface SeriesWish extends ReviewRhythm {
  startsOn: string;
  atMinutes: number;
  clientPart: boolean;
  remind: boolean;
  inviteeIds: readonly string[];
}

const TEN_O_CLOCK = 600;

/** The series that is in force; null where a project has none. */
export async function seriesOf(scope: Scope, projectId: string): Promise<SeriesRow | null> {
  const row = await findSeries(scope, projectId);
  return row && row.endedAt === null ? row : null;
}

/** Those who were invited and still belong to the project. */
export async function inviteesOf(scope: Scope, projectId: string) {
  const invited = new Set(await listInvitees(scope, projectId));
  const people = [
    ...(await membersOfProject(scope, projectId)),
    ...(await contactsOfProject(scope, projectId)),
  ];
  return people.filter(({ id }) => invited.has(id));
}

/** The whole of it at once, over the revision that was seen; null was seen where there was none. */
export async function setSeries(
  scope: Scope,
  projectId: string,
  seen: number | null,
  { inviteeIds, ...wish }: SeriesWish,
): Promise<void> {
  await expectPeople(scope, projectId, inviteeIds);
  await write(scope, projectId, seen, wish);
  await replaceInvitees(scope, projectId, inviteeIds);
  await recordOnProject(scope, projectId, "project.reviewsSet", { ...wish, invited: inviteeIds.length });
}

/** Only the rhythm, as words: all else stays, or is what most projects begin with. Null ends the reviews. */
export async function setCadence(scope: Scope, projectId: string, words: string | null): Promise<void> {
  const now = await seriesOf(scope, projectId);
  if (words === null) {
    if (now) await endSeries(scope, projectId, now.revision);
    return;
  }
  const rhythm = readCadence(words);
  if (rhythm === null)
    throw invalid([
      {
        path: "reviewCadence",
        message: "Write weekly, every 2 weeks, monthly, every 10 days (1 to 366), or on milestone.",
      },
    ]);
  if (now) {
    const { startsOn, atMinutes, clientPart, remind } = now;
    await write(scope, projectId, now.revision, { ...rhythm, startsOn, atMinutes, clientPart, remind });
    await recordOnProject(scope, projectId, "project.reviewsSet", { ...rhythm });
    return;
  }
  await setSeries(scope, projectId, null, { ...rhythm, ...(await usualSeries(scope, projectId)) });
}

/** What a series begins with: next Monday at ten, with those who work on the project. */
export async function usualSeries(
  scope: Scope,
  projectId: string,
): Promise<Omit<SeriesWish, "cadence" | "everyDays">> {
  const { zone } = await findWorkspace(scope);
  const today = civilDate(scope.now, zone);
  const people = await membersOfProject(scope, projectId);
  return {
    startsOn: addDays(today, 7 - weekdayOf(toEpochDay(today))),
    atMinutes: TEN_O_CLOCK,
    clientPart: false,
    remind: true,
    inviteeIds: people
      .filter(({ role, projectRole }) => projectRole !== null && role !== "guest")
      .map(({ id }) => id),
  };
}

export async function endSeries(scope: Scope, projectId: string, seen: number): Promise<void> {
  const ended = { projectId, revision: seen };
  if (!(await updateSeries(scope, ended, { endedAt: scope.now })))
    throw await changedMeanwhile(scope, projectId);
  await recordOnProject(scope, projectId, "project.reviewsEnded");
}

async function write(
  scope: Scope,
  projectId: string,
  seen: number | null,
  wish: Omit<SeriesWish, "inviteeIds">,
): Promise<void> {
  const { workspaceId, personId } = scope.actor;
  const row = { ...wish, everyDays: wish.cadence === "days" ? wish.everyDays : null, setBy: personId };
  const before = await findSeries(scope, projectId);
  if (!before) {
    const begun = { ...row, workspaceId, id: newId(), projectId, endedAt: null, createdAt: scope.now };
    if (seen === null && (await insertSeries(scope, begun))) return;
    throw await changedMeanwhile(scope, projectId);
  }
  const { revision, endedAt } = before;
  // What begins again begins now: the time without reviews was no silence.
  const again = endedAt === null ? {} : { endedAt: null, createdAt: scope.now };
  const known = endedAt === null ? seen === revision : seen === null;
  if (!known || !(await updateSeries(scope, { projectId, revision }, { ...row, ...again })))
    throw await changedMeanwhile(scope, projectId);
}

async function changedMeanwhile(scope: Scope, projectId: string) {
  const now = await seriesOf(scope, projectId);
  return conflict("reviews-changed", "Somebody else has just changed when this project is reviewed.", {
    cadence: now && rhythmOf(now),
    revision: now?.revision ?? null,
  });
}
