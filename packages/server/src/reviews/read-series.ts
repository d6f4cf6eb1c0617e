import { occurrencesAfter } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { contactsOfProject, membersOfProject } from "../projects/project-people.store.ts";
import { inviteesOf, seriesOf, usualSeries } from "../projects/review-series.ts";
import { type ReviewRhythm, rhythmOf } from "../projects/review-words.ts";
import { clockText, minutesOf } from "../projects/rhythm.ts";
import { openTargetDays } from "./occurrences.store.ts";
import { localTimeOf, minuteOfDate } from "./occurrences.ts";
import type { ReviewSeriesView, SeriesPreviewWish } from "./review-series.view.ts";

const AHEAD = 3;

/** The series of a project as its settings show it; before there is one, what most projects begin with. */
export async function readSeries(scope: Scope, access: ProjectAccess): Promise<ReviewSeriesView> {
  const row = await seriesOf(scope, access.id);
  const rhythm = row && rhythmOf(row);
  const usual = await usualSeries(scope, access.id);
  const inviteeIds = row ? (await inviteesOf(scope, access.id)).map(({ id }) => id) : usual.inviteeIds;
  const { cadence, everyDays }: ReviewRhythm = rhythm ?? { cadence: "weekly", everyDays: null };
  const { startsOn, atMinutes, clientPart, remind } = row ?? usual;
  const shown = { cadence, everyDays, startsOn, at: clockText(atMinutes) };
  const people = [
    ...(await membersOfProject(scope, access.id)),
    ...(await contactsOfProject(scope, access.id)),
  ];
  return {
    isSet: row !== null,
    ...shown,
    clientPart,
    remind,
    inviteeIds: [...inviteeIds],
    revision: row?.revision ?? null,
    zone: (await workCalendar(scope)).zone,
    people: people.map(({ id, name, kind, role }) => ({ id, name, kind, role })),
    coming: await comingReviews(scope, access.id, shown),
    mayPlan: can(scope.actor, "project.edit", { project: access }),
  };
}

/** The next three dates of a series, whether it is kept or only looked at. */
export async function comingReviews(
  scope: Scope,
  projectId: string,
  { cadence, everyDays, startsOn, at }: SeriesPreviewWish,
): Promise<ReviewSeriesView["coming"]> {
  const work = await workCalendar(scope);
  const milestoneDays = cadence === "milestone" ? await openTargetDays(scope, projectId) : [];
  const local = localTimeOf(work, { startsOn, milestoneDays }, scope.now);
  const series = { cadence, everyDays, startsOn, atMinutes: minutesOf(at) };
  return occurrencesAfter(series, local, minuteOfDate(scope.now), AHEAD).map((one) => ({
    on: one.on,
    at: new Date(one.at * 60_000).toISOString(),
  }));
}
