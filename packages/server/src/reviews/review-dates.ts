import { addDays } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { portfolioMilestones, portfolioProjects } from "../plan/portfolio.store.ts";
import { standingOfReviews } from "../plan/review-standing.ts";
import { isOpenRow } from "../plan/road.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { listProjects } from "../projects/projects.store.ts";
import { project } from "../projects/projects.ts";
import { cadenceWords, type StoredCadence } from "../projects/review-words.ts";
import { keepOccurrence } from "./occurrences.ts";
import {
  countReviews,
  datesOfProject,
  findReviewDate,
  newestDates,
  type OutcomeRow,
  outcomesOf,
  type ReviewDateRow,
  type UnfinishedRow,
  unfinishedDates,
  writeSkip,
} from "./review-dates.store.ts";
import {
  type DueReviewView,
  type ProjectReviewsView,
  type ReviewDateView,
  type ReviewOutcomeView,
  ReviewTurn,
} from "./review-dates.view.ts";

const SHOWN = 100;

/** When this project is reviewed and was: what comes next, and what became of those before. */
export async function reviewsOfProject(scope: Scope, access: ProjectAccess): Promise<ProjectReviewsView> {
  const { zone, today } = await workCalendar(scope);
  const row = await project(scope, access.id);
  const dates = await datesOfProject(scope, access.id, SHOWN);
  const milestones = await portfolioMilestones(scope, [access.id]);
  const atWork = goesOn(row) && milestones.some(isOpenRow);
  const standing = await standingOfReviews(scope, [{ id: access.id, atWork }], today);
  const shown = dates.map((one, n) => presentDate(one, { today, waits: n === 0 && waits(row, one) }));
  const next = goesOn(row) ? (shown.find(isAhead) ?? null) : null;
  const past = shown.filter((one) => !isAhead(one));
  const outcomes = await outcomesOf(
    scope,
    past.map(({ id }) => id),
  );
  return {
    cadence: cadenceWords(row),
    zone,
    next,
    standing: standing.get(access.id) ?? null,
    hasMilestones: milestones.length > 0,
    past: past.map((one) => ({ ...one, outcome: presentOutcome(outcomes.get(one.id)) })),
    earlier: Math.max(0, (await countReviews(scope, access.id)) - dates.length),
    mayPlan: can(scope.actor, "plan.edit", { project: access }),
  };
}

/** The same for all projects at work that this person sees, with what is due first. */
export async function dueReviews(scope: Scope): Promise<DueReviewView[]> {
  const { today } = await workCalendar(scope);
  const heads = new Map((await portfolioProjects(scope)).map((one) => [one.id, one]));
  const rows = (await listProjects(scope, { archived: false })).filter(goesOn);
  const ids = rows.map(({ id }) => id);
  const open = new Set((await portfolioMilestones(scope, ids)).filter(isOpenRow).map((one) => one.projectId));
  const standings = await standingOfReviews(
    scope,
    ids.map((id) => ({ id, atWork: open.has(id) })),
    today,
  );
  const newest = new Map((await newestDates(scope, ids)).map((one) => [one.projectId, one]));
  const begun = new Map((await unfinishedDates(scope, ids)).map((one) => [one.projectId, one]));
  return rows
    .map(({ id, key, name, myRole, leadId, ...stored }) => {
      const head = heads.get(id);
      const date = newest.get(id);
      const next = date && presentDate(date, { today, waits: waits(stored, date) });
      const facts = {
        cadence: cadenceWords(stored),
        next: next && isAhead(next) ? next : null,
        unfinished: presentUnfinished(begun.get(id)),
        standing: standings.get(id) ?? null,
      };
      const role = leadId === scope.actor.personId || myRole === "lead" ? ("lead" as const) : null;
      return {
        project: {
          id,
          key,
          name,
          client: !head?.clientId ? null : { id: head.clientId, name: head.clientName ?? "" },
          lead: head?.leadId ? { id: head.leadId, name: head.leadName ?? "" } : null,
        },
        ...facts,
        turn: turnOf(facts, today),
        mayPlan: can(scope.actor, "plan.edit", { project: { id, role, seesMoney: false } }),
      };
    })
    .filter(
      ({ project: { id }, cadence, unfinished }) => cadence !== null || unfinished !== null || open.has(id),
    )
    .sort((a, b) => compare(orderOf(a), orderOf(b)));
}

/** A review of a project that this person may see; guests have no part in it. */
export async function visibleReviewDate(scope: Scope, id: string) {
  const review = scope.actor.role === "guest" ? undefined : await findReviewDate(scope, id);
  if (!review) throw notFound();
  return { ...(await visibleProject(scope, review.projectId)), review };
}

/** Not this time, and why; the one after it stands ahead at once. */
export async function skipReview(
  scope: Scope,
  { id, projectId, dueOn }: ReviewDateRow,
  reason: string,
): Promise<void> {
  if (!(await writeSkip(scope, id, reason))) {
    const now = await findReviewDate(scope, id);
    throw conflict(
      now?.heldAt ? "review-held" : "review-skipped",
      now?.heldAt ? "This review has been held meanwhile." : "This review has been skipped already.",
      { by: now?.holder ?? now?.skipper ?? null },
    );
  }
  const subject = { kind: "review", id } as const;
  await record(scope, { verb: "review.skipped", subject, projectId, data: { dueOn, reason } });
  await keepOccurrence(scope, projectId);
}

function goesOn({
  pausedAt,
  archivedAt,
  state,
}: {
  pausedAt: Date | null;
  archivedAt: Date | null;
  state: string;
}) {
  return pausedAt === null && archivedAt === null && state !== "completed";
}

/** Without a cadence nothing waits but what somebody has begun. */
function waits(stored: StoredCadence, { openedAt }: ReviewDateRow): boolean {
  return openedAt !== null || cadenceWords(stored) !== null;
}

function isAhead({ state }: ReviewDateView): boolean {
  return state === "coming" || state === "today" || state === "overdue";
}

function presentDate(
  row: ReviewDateRow,
  { today, waits }: { today: string; waits: boolean },
): ReviewDateView {
  const { id, dueAt, dueOn, openedAt, heldAt, skippedAt, skipReason } = row;
  return {
    id,
    dueAt: dueAt.toISOString(),
    dueOn,
    state: stateOf(row, today, waits),
    isOpened: openedAt !== null,
    overAt: (heldAt ?? skippedAt)?.toISOString() ?? null,
    by: somebody(row.heldBy, row.holder) ?? somebody(row.skippedBy, row.skipper),
    reason: skipReason,
  };
}

function stateOf(row: ReviewDateRow, today: string, waits: boolean): ReviewDateView["state"] {
  if (row.heldAt !== null) return "held";
  if (row.skippedAt !== null) return "skipped";
  if (!waits) return row.openedAt === null ? "missed" : "begun";
  if (row.dueOn === today) return "today";
  return row.dueOn < today ? "overdue" : "coming";
}

function presentOutcome(row: OutcomeRow | undefined): ReviewOutcomeView | null {
  if (row === undefined) return null;
  const { id: _, leaderId, leader, ...counts } = row;
  return { leader: somebody(leaderId, leader), ...counts };
}

function presentUnfinished(row: UnfinishedRow | undefined): DueReviewView["unfinished"] {
  if (row === undefined) return null;
  const leader = somebody(row.leaderId, row.leader);
  return { dueOn: row.dueOn, leader: leader && { ...leader, hasLeft: row.hereId === null } };
}

function somebody(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}

/** What is due comes first, then what nobody has looked at, then these seven days. */
function turnOf(
  {
    next,
    unfinished,
    cadence,
    standing,
  }: Pick<DueReviewView, "next" | "unfinished" | "cadence" | "standing">,
  today: string,
): DueReviewView["turn"] {
  if (unfinished !== null || (next !== null && next.state !== "coming")) return "due";
  if (standing?.silence) return "silent";
  if (next !== null && next.dueOn <= addDays(today, 6)) return "week";
  return cadence === null ? "unplanned" : "later";
}

/** By turn, and within it by day and name. */
function orderOf({ turn, next, project: { name } }: DueReviewView): string {
  return `${ReviewTurn.options.indexOf(turn)} ${next?.dueAt ?? "9"} ${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
