import {
  type CivilDate,
  daysBetween,
  daysBetweenReviews,
  type ReviewSilence,
  silenceOf,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { rhythmOf } from "../projects/review-words.ts";
import { reviewStandings, type StandingRow } from "./review-standing.store.ts";
import type { ReviewStandingView } from "./review-standing.view.ts";

/** Where the cadence is by milestone, a week is the least that somebody waits for. */
const SHORTEST_WAIT = 7;

export interface ReviewsSoFar extends StandingRow {
  silence: ReviewSilence | null;
}

/** Whether anything is waited for: a project with open milestones that goes on. */
export interface AtWork {
  id: string;
  atWork: boolean;
}

/** How the reviews of these projects went until today, by project; those without a cadence are left out. */
export async function reviewFacts(
  scope: Scope,
  projectIds: readonly string[],
  today: CivilDate,
): Promise<Map<string, ReviewsSoFar>> {
  const rows = await reviewStandings(scope, projectIds, today);
  return new Map(rows.map((row) => [row.projectId, { ...row, silence: silence(row, today) }]));
}

/** The same as people read it: nobody waits for a review of a project that rests or has no open milestone. */
export async function standingOfReviews(
  scope: Scope,
  projects: readonly AtWork[],
  today: CivilDate,
): Promise<Map<string, ReviewStandingView>> {
  const ids = projects.map(({ id }) => id);
  const working = new Set(projects.flatMap(({ id, atWork }) => (atWork ? [id] : [])));
  const facts = await reviewFacts(scope, ids, today);
  return new Map(
    [...facts].map(([id, { dueOn, missedOn, lastHeldOn, silence: found }]) => [
      id,
      { dueOn, missedOn, lastHeldOn, silence: working.has(id) ? found : null },
    ]),
  );
}

function silence(row: StandingRow, today: CivilDate): ReviewSilence | null {
  const { setOn, startsOn, lastHeldOn, skipped } = row;
  const standing = { setOn, startsOn, lastHeldOn, skippedInARow: skipped };
  return silenceOf({ ...standing, everyDays: daysOf(row) }, today);
}

/** Milestones have no rhythm: there it is the time that was meant to pass until the review that is due. */
function daysOf(row: StandingRow): number | null {
  const rhythm = rhythmOf(row);
  if (rhythm === null) return null;
  if (rhythm.cadence !== "milestone") return daysBetweenReviews(rhythm, [], row.setOn);
  if (row.dueOn === null) return null;
  return Math.max(SHORTEST_WAIT, daysBetween(row.lastHeldOn ?? row.setOn, row.dueOn));
}
