import type { Assignee, ConstraintKind, Pause, PlanTask, TaskLink, TaskType } from "@milepost/planning";
import type { MspdiTask } from "./mspdi-schema.ts";
import { isElapsed, isPercent, minuteIfAny, minuteOf, minutesIn, TENTHS } from "./mspdi-values.ts";

/** Numbers of MSPDI, in their order. */
export const CONSTRAINTS: readonly ConstraintKind[] = [
  "ASAP",
  "ALAP",
  "MSO",
  "MFO",
  "SNET",
  "SNLT",
  "FNET",
  "FNLT",
];
export const LINK_KINDS = ["FF", "FS", "SF", "SS"] as const;
export const TASK_TYPES: readonly TaskType[] = ["fixed-units", "fixed-duration", "fixed-effort"];

export interface TaskSurroundings {
  readonly parentId: string | undefined;
  /** Others are below it. */
  readonly isParent: boolean;
  readonly assignees: readonly Assignee[];
  readonly pauses: readonly Pause[];
  readonly isCalendar: (id: string) => boolean;
  readonly usualConstraint: ConstraintKind;
  /** Minutes of the project's working time. */
  readonly workedBetween: (from: number, to: number) => number;
}

/** A task of a file as planning has it. */
export function readTask(task: MspdiTask, uid: number, around: TaskSurroundings): PlanTask {
  const { parentId, assignees, pauses } = around;
  return {
    id: String(uid),
    ...(task.Name === undefined ? {} : { name: task.Name }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(task.Summary && !around.isParent ? { summary: true } : {}),
    ...(task.Summary ? {} : workOf(task)),
    ...(assignees.length === 0 || task.Summary ? {} : { assignees }),
    ...calendarOf(task, around.isCalendar),
    ...(task.Priority === undefined || task.Priority === 500 ? {} : { priority: task.Priority }),
    ...(task.Summary && task.ConstraintType === 0 ? {} : constraintOf(task, around.usualConstraint)),
    ...(task.Deadline === undefined ? {} : { deadlineAt: minuteOf(task.Deadline) }),
    ...delayOf(task),
    ...(task.Summary ? {} : progressOf(task, around.workedBetween)),
    ...(pauses.length === 0 ? {} : { pauses }),
    ...manualOf(task),
    ...(task.Active === "0" ? { active: false } : {}),
  };
}

function workOf({ Type, Duration, DurationFormat }: MspdiTask): Pick<PlanTask, "type" | "duration"> {
  const type = TASK_TYPES[Type ?? 0] ?? "fixed-units";
  const minutes = minutesIn(Duration);
  return { type, duration: isElapsed(DurationFormat) ? { minutes, elapsed: true } : { minutes } };
}

function calendarOf(
  { CalendarUID, IgnoreResourceCalendar }: MspdiTask,
  isCalendar: (id: string) => boolean,
): Pick<PlanTask, "calendarId" | "ignoresPeople"> {
  const id = String(CalendarUID ?? -1);
  if (!isCalendar(id)) return {};
  return IgnoreResourceCalendar ? { calendarId: id, ignoresPeople: true } : { calendarId: id };
}

/** What is usual in the project is not said. */
function constraintOf(
  { ConstraintType, ConstraintDate }: MspdiTask,
  usual: ConstraintKind,
): Pick<PlanTask, "constraint"> {
  const kind = CONSTRAINTS[ConstraintType ?? 0] ?? "ASAP";
  if (kind === usual) return {};
  const at = minuteIfAny(ConstraintDate);
  if (kind === "ASAP" || kind === "ALAP") return { constraint: { kind } };
  return at === undefined ? {} : { constraint: { kind, at } };
}

function delayOf({ LevelingDelay, LevelingDelayFormat }: MspdiTask): Pick<PlanTask, "delay"> {
  if (!LevelingDelay) return {};
  const minutes = Math.round(LevelingDelay / TENTHS);
  return { delay: isElapsed(LevelingDelayFormat) ? { minutes, elapsed: true } : { minutes } };
}

function progressOf(
  task: MspdiTask,
  workedBetween: TaskSurroundings["workedBetween"],
): Pick<PlanTask, "progress"> {
  if (task.ActualStart === undefined) return {};
  const finishedAt = minuteIfAny(task.ActualFinish);
  const done = minutesIn(task.ActualDuration);
  const stoppedAt = minuteIfAny(task.Stop);
  const resumesAt = minuteIfAny(task.Resume);
  const idle = stoppedAt !== undefined && resumesAt !== undefined && workedBetween(stoppedAt, resumesAt) > 0;
  return {
    progress: {
      startedAt: minuteOf(task.ActualStart),
      ...(finishedAt === undefined ? {} : { finishedAt }),
      ...(done === 0 ? {} : { done }),
      ...(idle && finishedAt === undefined ? { resumesAt } : {}),
    },
  };
}

/** Tasks of other files stay where they are, too. */
function manualOf({ Manual, ExternalTask, Start, Finish }: MspdiTask): Pick<PlanTask, "manual"> {
  if (!(Manual || ExternalTask) || Start === undefined || Finish === undefined) return {};
  return { manual: { startAt: minuteOf(Start), finishAt: minuteOf(Finish) } };
}

/** The links into a task. */
export function readLinks(task: MspdiTask, uid: number, isTask: (uid: number) => boolean): TaskLink[] {
  return task.PredecessorLink.flatMap(({ PredecessorUID, Type, LinkLag, LagFormat }, i) => {
    if (PredecessorUID === undefined || !isTask(PredecessorUID)) return [];
    const lag = LinkLag ?? 0;
    const link: TaskLink = {
      id: `${uid}-${i + 1}`,
      from: String(PredecessorUID),
      to: String(uid),
      kind: LINK_KINDS[Type ?? 1] ?? "FS",
      ...(lag === 0
        ? {}
        : { lag: isPercent(LagFormat) ? { percent: lag } : { minutes: Math.round(lag / TENTHS) } }),
      ...(lag !== 0 && isElapsed(LagFormat) ? { lagCalendar: "24h" } : {}),
    };
    return [link];
  });
}
