import { createCalendar, type ReviewFacts, workingMinutesBetween } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { namesOfPeople } from "../people/names.store.ts";
import type { ClientTime } from "./client-times.store.ts";
import { timeOfPerson } from "./people-calendars.ts";
import { reviewFacts } from "./review-standing.ts";
import {
  adjustmentCounts,
  awaitedPeople,
  criteriaCounts,
  openPredecessors,
  type PredecessorRow,
  type WorkLeftRow,
  workLeft,
} from "./warning-facts.store.ts";
import { type WorkTimes, workTimes } from "./work-times.store.ts";

/** What warnings rest on beside the plan's milestones and its forecast, read for many projects at once. */
export interface WarningRows {
  work: ReadonlyMap<string, WorkLeftRow[]>;
  predecessors: ReadonlyMap<string, PredecessorRow[]>;
  waiting: ReadonlyMap<string, ClientTime[]>;
  criteria: ReadonlyMap<string, { open: number; of: number }>;
  adjusted: ReadonlyMap<string, number>;
  reviews: ReadonlyMap<string, ReviewFacts>;
  /** By approval: whose decision is awaited first. */
  awaited: ReadonlyMap<string, { personId: string; name: string }>;
  names: ReadonlyMap<string, string>;
  /** Minutes that somebody has for a project from today to the end of that day. */
  minutesUntil: (projectId: string, personId: string, on: string) => number;
}

const byProject = <Row extends { projectId: string }>(rows: readonly Row[]) =>
  Map.groupBy(rows, ({ projectId }) => projectId);

export async function warningRows(
  scope: Scope,
  projectIds: readonly string[],
  { work, times }: { work: WorkCalendar; times: readonly ClientTime[] },
): Promise<WarningRows> {
  const left = await workLeft(scope, projectIds);
  const waiting = times.filter(({ toAt }) => toAt === null);
  const approvals = waiting.flatMap(({ kind, id }) => (kind === "approval" ? [id] : []));
  const people = [...new Set(left.flatMap(({ personId }) => personId ?? []))];
  return {
    work: byProject(left),
    predecessors: byProject(await openPredecessors(scope, projectIds)),
    waiting: byProject(waiting),
    criteria: new Map((await criteriaCounts(scope, projectIds)).map((row) => [row.milestoneId, row])),
    adjusted: new Map(
      (await adjustmentCounts(scope, projectIds)).map(({ milestoneId, times: n }) => [milestoneId, n]),
    ),
    reviews: new Map(
      [...(await reviewFacts(scope, projectIds, work.today))].map(
        ([id, { missedOn, skipped, lastHeldOn, silence }]) => [
          id,
          { missedOn, skipped, heldOn: lastHeldOn, silentDays: silence?.days ?? null },
        ],
      ),
    ),
    awaited: new Map((await awaitedPeople(scope, approvals)).map((row) => [row.approvalId, row])),
    names: new Map((await namesOfPeople(scope, people)).map(({ id, name }) => [id, name])),
    minutesUntil: minutesUntil(people.length === 0 ? new Map() : await workTimes(scope), work),
  };
}

/** Whoever gives no project a share of their own works on the same calendar for all of them. */
function minutesUntil(
  times: ReadonlyMap<string, WorkTimes>,
  { spec, calendar, today }: WorkCalendar,
): WarningRows["minutesUntil"] {
  const known = new Map<string, (on: string) => number>();
  return (projectId, personId, on) => {
    const own = times.get(personId);
    const key = `${personId} ${own?.allocations.length ? projectId : ""}`;
    const minutes = known.get(key) ?? minutesOf();
    known.set(key, minutes);
    return minutes(on);

    function minutesOf(): (on: string) => number {
      const time = timeOfPerson(own, { projectId, workspace: spec, today });
      const days = time.calendar === null ? calendar : createCalendar(time.calendar);
      return (until) => Math.floor((workingMinutesBetween(days, today, until) * time.percent) / 100);
    }
  };
}
