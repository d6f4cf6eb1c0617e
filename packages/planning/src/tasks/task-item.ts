import { CONTINUOUS } from "../calendar/timeline.ts";
import type { ItemTerms, NetworkItem, Span } from "../schedule/network.ts";
import { finishFrom, firstStart } from "../schedule/placement.ts";
import type { TaskCalendars } from "./task-calendars.ts";
import type { PlanTask, TaskConstraint, TaskProgress } from "./task-plan.ts";
import { nominalDuration, type TaskWork, workOf } from "./task-work.ts";

const NEVER = Number.NEGATIVE_INFINITY;
const EVER = Number.POSITIVE_INFINITY;

/** Before all plans: where something begins that only its links hold. */
export const DAWN = -100_000_000;

export interface ItemSetting {
  /** Where work without links begins. */
  readonly floor: number;
  /** Something else leads to its start, or to its finish. */
  readonly led: boolean;
  /** Unfinished work is not planned before this moment. */
  readonly restFrom: number;
  /** Dates that the first pass found for work that is as late as possible. */
  readonly placed: Span | null;
}

/** A task as the critical path takes it. */
export function taskItem(task: PlanTask, calendars: TaskCalendars, setting: ItemSetting): NetworkItem {
  if (task.progress !== undefined) return startedItem(task, task.progress, calendars, setting);
  if (task.summary) return { timeline: CONTINUOUS, duration: 0, earliest: setting.floor };
  const work = workOf(task, calendars);
  const bounds = boundsOf(task.constraint);
  const terms: ItemTerms = {
    ...free(work, task),
    ...bounds.terms,
    pinned: manualSpan(task) ?? setting.placed,
    looseFinish: task.manual !== undefined,
  };
  const latestStart = terms.latestStart === EVER ? EVER : firstStart(asItem(work), terms.latestStart);
  const floor =
    setting.led || bounds.earliest !== NEVER || terms.earliestFinish !== NEVER ? DAWN : setting.floor;
  const duration = task.manual === undefined ? work : manualWork(task.manual, work);
  return {
    timeline: duration.timeline,
    duration: duration.duration,
    earliest: Math.max(floor, bounds.earliest, setting.restFrom),
    terms: { ...terms, latestStart, parts: duration.parts },
  };
}

function free({ parts, own }: TaskWork, { deadlineAt }: PlanTask): ItemTerms {
  return {
    parts,
    slackTimeline: own,
    earliestFinish: NEVER,
    latestStart: EVER,
    latestFinish: EVER,
    deadline: deadlineAt ?? EVER,
    pinned: null,
    over: false,
    looseFinish: false,
  };
}

function manualSpan({ manual }: PlanTask): Span | null {
  return manual === undefined ? null : { start: manual.startAt, finish: manual.finishAt };
}

/** Set by hand it is as long as it was set, on the task's calendar. */
function manualWork(
  { startAt, finishAt }: { startAt: number; finishAt: number },
  { own }: TaskWork,
): TaskWork {
  return { timeline: own, duration: own.worked(finishAt) - own.worked(startAt), parts: null, own };
}

interface Bounds {
  readonly earliest: number;
  readonly terms: Partial<ItemTerms>;
}

function boundsOf(constraint: TaskConstraint | undefined): Bounds {
  const at = constraint?.at;
  if (constraint === undefined || at === undefined) return { earliest: NEVER, terms: {} };
  switch (constraint.kind) {
    case "SNET":
      return { earliest: at, terms: {} };
    case "SNLT":
      return { earliest: NEVER, terms: { latestStart: at } };
    case "FNET":
      return { earliest: NEVER, terms: { earliestFinish: at } };
    case "FNLT":
      return { earliest: NEVER, terms: { latestFinish: at } };
    case "MSO":
      return { earliest: at, terms: { latestStart: at } };
    case "MFO":
      return { earliest: NEVER, terms: { earliestFinish: at, latestFinish: at } };
    default:
      return { earliest: NEVER, terms: {} };
  }
}

/** What has started stays where it started; only what remains can still be late. */
function startedItem(
  task: PlanTask,
  progress: TaskProgress,
  calendars: TaskCalendars,
  { restFrom }: ItemSetting,
): NetworkItem {
  const { startedAt, finishedAt } = progress;
  const whole = workOf(task, calendars);
  const total = nominalDuration(task, calendars);
  const share = total === 0 ? 0 : Math.max(0, 1 - (progress.done ?? 0) / total);
  const rest = finishedAt === undefined ? workOf(task, calendars, share) : whole;
  const noEarlier = boundsOf(task.constraint).terms.earliestFinish ?? NEVER;
  const finish = finishedAt ?? Math.max(noEarlier, finishOf(asItem(whole), asItem(rest), progress, restFrom));
  return {
    timeline: rest.timeline,
    duration: rest.duration,
    earliest: startedAt,
    terms: {
      ...free(rest, task),
      pinned: { start: startedAt, finish: Math.max(finish, startedAt) },
      over: finishedAt !== undefined,
    },
  };
}

function finishOf(whole: NetworkItem, rest: NetworkItem, progress: TaskProgress, restFrom: number): number {
  const resumed = Math.max(progress.resumesAt ?? NEVER, restFrom);
  const straight = finishFrom(whole, progress.startedAt);
  return resumed === NEVER || resumed <= progress.startedAt
    ? straight
    : Math.max(straight, finishFrom(rest, resumed));
}

function asItem(work: TaskWork): NetworkItem {
  return { timeline: work.timeline, duration: work.duration, earliest: 0, terms: free(work, { id: "" }) };
}
