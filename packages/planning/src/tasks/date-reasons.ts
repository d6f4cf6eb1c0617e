import { dayOfMinute, toEpochDay } from "../calendar/civil-date.ts";
import type { DaysOff, LinkKind } from "../plan.ts";
import type { CriticalPath } from "../schedule/critical-path.ts";
import { itemAt } from "../schedule/network.ts";
import { reach } from "../schedule/passes.ts";
import { firstStart, startFor } from "../schedule/placement.ts";
import type { TaskCalendars } from "./task-calendars.ts";
import type { TaskArc, TaskNetwork } from "./task-network.ts";
import type { ConstraintKind, PlanTask } from "./task-plan.ts";

/** Why a task is not earlier (or, with a hard date, not later); for people's words the ids lead to the names. */
export type DateReason =
  /** Nothing else holds it: the project begins. */
  | { readonly by: "project"; readonly at: number }
  /** A link from `taskId` leads to `at`, for its start or its finish. */
  | {
      readonly by: "link";
      readonly linkId: string;
      readonly taskId: string;
      readonly kind: LinkKind;
      readonly at: number;
    }
  /** Its own constraint, or that of the summary `taskId`. */
  | { readonly by: "constraint"; readonly taskId: string; readonly kind: ConstraintKind; readonly at: number }
  /** From there on nobody works, or the calendar is closed, until it starts; days off that lie in between say why. */
  | {
      readonly by: "time-off";
      readonly from: number;
      readonly to: number;
      readonly calendarId: string;
      readonly personIds: readonly string[];
      readonly daysOff: readonly DaysOff[];
    }
  | { readonly by: "status-date"; readonly at: number }
  | { readonly by: "started"; readonly at: number }
  | { readonly by: "manual" }
  | { readonly by: "as-late-as-possible" }
  /** A summary: the parts that begin first and end last. */
  | { readonly by: "parts"; readonly taskIds: readonly string[] };

export interface ReasonContext {
  readonly network: TaskNetwork;
  readonly path: CriticalPath<TaskArc>;
  readonly calendars: TaskCalendars;
  readonly byId: ReadonlyMap<string, PlanTask>;
  readonly late: ReadonlySet<string>;
  readonly restFrom: number;
}

/** What holds a leaf where it is: at least one reason, links first. */
export function reasonsOf(task: PlanTask, node: number, context: ReasonContext): DateReason[] {
  if (task.manual !== undefined) return [{ by: "manual" }];
  if (task.progress !== undefined) return [{ by: "started", at: task.progress.startedAt }];
  if (context.late.has(task.id)) return [{ by: "as-late-as-possible" }];
  const { network, path, restFrom } = context;
  const start = path.early.startAt[node] ?? 0;
  const reasons = [...linkReasons(node, context), ...constraintReasons(task, node, start, context)];
  const item = itemAt(network, node);
  if (restFrom === item.earliest && firstStart(item, restFrom) >= start)
    reasons.push({ by: "status-date", at: restFrom });
  if (reasons.length === 0) reasons.push({ by: "project", at: item.earliest });
  return [...reasons, ...timeOff(task, start, heldUntil(task, reasons), context)];
}

function linkReasons(node: number, context: ReasonContext): DateReason[] {
  const { path, network, byId } = context;
  return path.drivers(node).flatMap((arc): DateReason[] => {
    const { link } = arc;
    if (link !== null) {
      return [
        { by: "link", linkId: link.id, taskId: link.from, kind: link.kind, at: reach(arc, path.early) },
      ];
    }
    const above = linkReasons(arc.from, context);
    const summary = byId.get(network.names[arc.from] ?? "");
    const { kind, at } = summary?.constraint ?? {};
    if (above.length > 0 || kind === undefined || at === undefined || summary === undefined) return above;
    return [{ by: "constraint", taskId: summary.id, kind, at }];
  });
}

function constraintReasons(
  task: PlanTask,
  node: number,
  start: number,
  { network }: ReasonContext,
): DateReason[] {
  const { kind, at } = task.constraint ?? {};
  if (kind === undefined || at === undefined) return [];
  const item = itemAt(network, node);
  const bound =
    kind === "SNET" || kind === "SNLT" || kind === "MSO" ? firstStart(item, at) : startFor(item, at);
  return bound === start ? [{ by: "constraint", taskId: task.id, kind, at }] : [];
}

/** The moment from which only time off keeps it from starting; what is held at its finish is not waiting. */
function heldUntil(task: PlanTask, reasons: readonly DateReason[]): number {
  const moments = reasons.flatMap((reason) => {
    if (reason.by === "link") return reason.kind === "FS" || reason.kind === "SS" ? [reason.at] : [];
    if (reason.by === "constraint")
      return reason.kind === "SNET" && reason.taskId === task.id ? [reason.at] : [];
    return reason.by === "project" || reason.by === "status-date" ? [reason.at] : [];
  });
  return moments.length < reasons.length ? Number.POSITIVE_INFINITY : Math.max(...moments);
}

function timeOff(task: PlanTask, start: number, from: number, { calendars }: ReasonContext): DateReason[] {
  if (!(from < start)) return [];
  const personIds = task.ignoresPeople ? [] : (task.assignees ?? []).map(({ personId }) => personId);
  const [first] = personIds;
  const calendarId = first === undefined ? calendars.spec(task.calendarId).id : calendars.calendarIdOf(first);
  const ids = new Set([calendarId, ...(task.calendarId === undefined ? [] : [task.calendarId])]);
  const daysOff = [...ids].flatMap((id) => {
    const { zone, daysOff = [] } = calendars.spec(id);
    const local = (moment: number) =>
      dayOfMinute(moment + (zone?.transitions.findLast((each) => each.from <= moment)?.offset ?? 0));
    return daysOff.filter((off) => toEpochDay(off.from) <= local(start) && toEpochDay(off.to) >= local(from));
  });
  return [{ by: "time-off", from, to: start, calendarId, personIds, daysOff }];
}
