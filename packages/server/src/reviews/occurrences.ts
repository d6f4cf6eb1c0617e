import type { LocalTime, Recurrence } from "@milepost/planning";
import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { zoneBetween } from "../kit/zone.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { rhythmOf } from "../projects/review-words.ts";
import { type DueStep, dueStep } from "./due-step.ts";
import {
  deleteComing,
  insertDue,
  lockSeries,
  moveDue,
  type SeriesFacts,
  seriesFacts,
  workspacesWithReviews,
} from "./occurrences.store.ts";
import { remindOfReviews } from "./reminders.ts";

const MINUTE = 60_000;

/** Makes the reviews that are due and reminds of them; however often and by however many it is asked, each once. */
export async function keepReviews({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const workspaceId of await workspacesWithReviews(database.maintenance)) {
    const house = { actor: houseOf(workspaceId), kit, now, requestId: "" };
    await database.inWorkspace(workspaceId, async (tx) => {
      const scope = { tx, ...house };
      const work = await workCalendar(scope);
      for (const facts of await seriesFacts(scope))
        if (stepFor(facts, work, scope.now)) await keepOccurrence(scope, facts.projectId);
      await deleteComing(scope);
      await remindOfReviews(scope, work);
    });
  }
}

/**
 * Brings the one review that stands ahead of a project up to date: after one was held or skipped, and when its cadence changes
 * (`again`: then also one that people know of already moves, and they are told of its new day).
 */
export async function keepOccurrence(
  scope: Scope,
  projectId: string,
  { again = false }: { again?: boolean } = {},
): Promise<void> {
  if (!(await lockSeries(scope, projectId))) return deleteComing(scope);
  const [facts] = await seriesFacts(scope, projectId);
  if (!facts) return;
  const known = again ? { ...facts, remindedAt: null } : facts;
  const step = stepFor(known, await workCalendar(scope), scope.now);
  if (step?.do === "make") await insertDue(scope, projectId, when(step.occurrence));
  if (step?.do === "move")
    await moveDue(scope, step.id, {
      ...when(step.occurrence),
      tellAgain: step.occurrence.on !== facts.dueOn,
    });
  if (step?.do === "drop") await deleteComing(scope, step.id);
}

/** Where and when a series happens: its zone reaches over all the time that can be asked about. */
export function localTimeOf(
  { zone, calendar }: Pick<WorkCalendar, "zone" | "calendar">,
  { startsOn, milestoneDays }: { startsOn: string; milestoneDays: readonly string[] },
  now: Date,
): LocalTime {
  const year = now.getUTCFullYear();
  const years = [year, ...[startsOn, ...milestoneDays].map((day) => Number(day.slice(0, 4)))];
  return {
    zone: zoneBetween(zone, Math.min(...years) - 1, Math.max(...years) + 3),
    calendar,
    milestoneDays,
  };
}

export function minuteOfDate(at: Date): number {
  return Math.floor(at.getTime() / MINUTE);
}

function when({ on, at }: { on: string; at: number }) {
  return { dueOn: on, dueAt: new Date(at * MINUTE) };
}

function stepFor(facts: SeriesFacts, work: WorkCalendar, now: Date): DueStep | null {
  const rhythm = rhythmOf(facts);
  if (rhythm === null) return null;
  const { startsOn, atMinutes, id, dueAt } = facts;
  const series: Recurrence = { ...rhythm, startsOn, atMinutes };
  const newest =
    id === null || dueAt === null
      ? null
      : {
          id,
          dueAt: minuteOfDate(dueAt),
          isOver: facts.isOver === true,
          isOpened: facts.openedAt !== null,
          isAnnounced: facts.remindedAt !== null,
        };
  return dueStep({
    series,
    local: localTimeOf(work, facts, now),
    setAt: minuteOfDate(facts.setAt),
    newest,
    earlierDueAt: facts.earlierDueAt && minuteOfDate(facts.earlierDueAt),
    lastHeldAt: facts.lastHeldAt && minuteOfDate(facts.lastHeldAt),
    now: minuteOfDate(now),
  });
}
