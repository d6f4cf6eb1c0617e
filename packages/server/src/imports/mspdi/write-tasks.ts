import type {
  ConstraintKind,
  Duration,
  PlanTask,
  ScheduledTask,
  TaskLink,
  TaskPlan,
} from "@milepost/planning";
import { CONSTRAINTS, LINK_KINDS, TASK_TYPES } from "./mspdi-tasks.ts";
import { momentOf, spanOf, TENTHS } from "./mspdi-values.ts";
import type { Uids } from "./uids.ts";

export interface PlanUids {
  readonly calendars: Uids;
  readonly people: Uids;
  readonly tasks: Uids;
}

/** Formats of MSPDI: days, elapsed days, percent, elapsed percent. */
const [DAYS, ELAPSED_DAYS, PERCENT, ELAPSED_PERCENT] = [7, 8, 19, 20];

/** The tasks in the order of their outline, each with the dates that were found for it. */
export function writeTasks(plan: TaskPlan, dates: ReadonlyMap<string, ScheduledTask>, uids: PlanUids) {
  const into = groupBy(plan.links, ({ to }) => to);
  const parents = new Set(plan.tasks.map(({ parentId }) => parentId));
  const usual = plan.project.from === "finish" ? "ALAP" : "ASAP";
  return outlineOf(plan).map(({ task, level }, i) => {
    const isSummary = parents.has(task.id) || (task.summary ?? false);
    return {
      UID: uids.tasks.of(task.id),
      ID: i,
      ...(task.name === undefined ? {} : { Name: task.name }),
      Active: task.active === false ? 0 : 1,
      Manual: task.manual === undefined ? 0 : 1,
      Type: isSummary ? 1 : TASK_TYPES.indexOf(task.type ?? "fixed-units"),
      OutlineLevel: level,
      Priority: task.priority ?? 500,
      ...planned(task, dates.get(task.id)),
      ...durationOf(task, isSummary),
      ...stopOf(task),
      Summary: isSummary ? 1 : 0,
      ...foundDates(dates.get(task.id)),
      ...progressOf(task),
      ...termsOf(task, usual, uids),
      PredecessorLink: (into.get(task.id) ?? []).map((link) => linkOf(link, uids.tasks)),
    };
  });
}

/** Every task after the one above it, in the plan's order, with its depth. */
function outlineOf({ tasks }: TaskPlan): { task: PlanTask; level: number }[] {
  const below = groupBy(tasks, ({ parentId }) => parentId);
  const walk = (parentId: string | undefined, level: number): { task: PlanTask; level: number }[] =>
    (below.get(parentId) ?? []).flatMap((task) => [{ task, level }, ...walk(task.id, level + 1)]);
  const isProject = tasks.some(({ id, parentId }) => id === "0" && parentId === undefined);
  return walk(undefined, isProject ? 0 : 1);
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function planned({ manual }: PlanTask, dates: ScheduledTask | undefined) {
  const span = manual ?? dates;
  return span === undefined ? {} : { Start: momentOf(span.startAt), Finish: momentOf(span.finishAt) };
}

function durationOf({ duration }: PlanTask, isSummary: boolean) {
  if (isSummary || duration === undefined) return {};
  return { Duration: spanOf(duration.minutes), DurationFormat: duration.elapsed ? ELAPSED_DAYS : DAYS };
}

/** A rest that does not go on at once: stopped at the start, as far as its place goes. */
function stopOf({ progress }: PlanTask) {
  if (progress?.resumesAt === undefined) return {};
  return { Stop: momentOf(progress.startedAt), Resume: momentOf(progress.resumesAt), ResumeValid: 1 };
}

function foundDates(dates: ScheduledTask | undefined) {
  if (dates === undefined) return {};
  return {
    Critical: dates.critical ? 1 : 0,
    EarlyStart: momentOf(dates.earlyStartAt),
    EarlyFinish: momentOf(dates.earlyFinishAt),
    LateStart: momentOf(dates.lateStartAt),
    LateFinish: momentOf(dates.lateFinishAt),
    FreeSlack: dates.freeSlack * TENTHS,
    TotalSlack: dates.totalSlack * TENTHS,
  };
}

function progressOf({ progress }: PlanTask) {
  if (progress === undefined) return {};
  const { startedAt, finishedAt, done } = progress;
  return {
    ActualStart: momentOf(startedAt),
    ...(finishedAt === undefined ? {} : { ActualFinish: momentOf(finishedAt) }),
    ...(done === undefined ? {} : { ActualDuration: spanOf(done) }),
  };
}

function termsOf(task: PlanTask, usual: ConstraintKind, uids: PlanUids) {
  const { constraint, deadlineAt, delay } = task;
  return {
    ConstraintType: CONSTRAINTS.indexOf(constraint?.kind ?? usual),
    CalendarUID: task.calendarId === undefined ? -1 : uids.calendars.of(task.calendarId),
    ...(constraint?.at === undefined ? {} : { ConstraintDate: momentOf(constraint.at) }),
    ...(delay === undefined ? {} : delayOf(delay)),
    ...(deadlineAt === undefined ? {} : { Deadline: momentOf(deadlineAt) }),
    IgnoreResourceCalendar: task.ignoresPeople ? 1 : 0,
  };
}

function delayOf({ minutes, elapsed }: Duration) {
  return { LevelingDelay: minutes * TENTHS, LevelingDelayFormat: elapsed ? ELAPSED_DAYS : DAYS };
}

function linkOf({ from, kind, lag, lagCalendar }: TaskLink, uids: Uids) {
  const elapsed = lagCalendar === "24h";
  const percent = lag !== undefined && "percent" in lag;
  const amount = lag === undefined ? 0 : "percent" in lag ? lag.percent : lag.minutes * TENTHS;
  const format = percent ? (elapsed ? ELAPSED_PERCENT : PERCENT) : elapsed ? ELAPSED_DAYS : DAYS;
  return {
    PredecessorUID: uids.of(from),
    Type: LINK_KINDS.indexOf(kind),
    LinkLag: amount,
    LagFormat: format,
  };
}
