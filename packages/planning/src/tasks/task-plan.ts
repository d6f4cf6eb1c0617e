import type { CalendarSpec, LinkKind } from "../plan.ts";

/**
 * A plan of tasks as scheduling reads it: plain JSON. Moments are whole minutes since 1970-01-01T00:00: of UTC when the calendars say
 * their zone, else of the plan's own local time (then no calendar has a zone). Durations and efforts are whole minutes.
 */
export interface TaskPlan {
  readonly project: TaskProject;
  readonly calendars: readonly NamedCalendar[];
  readonly people: readonly TaskPerson[];
  /** In any order; those that others name as their parent are summary tasks. */
  readonly tasks: readonly PlanTask[];
  readonly links: readonly TaskLink[];
}

export interface TaskProject {
  readonly name?: string;
  /** From its start everything is as early as it can be, from its finish as late. */
  readonly from: "start" | "finish";
  readonly startAt?: number;
  readonly finishAt?: number;
  readonly calendarId: string;
  /** Until when progress is known. */
  readonly statusAt?: number;
  /** What is not done by the status date is not planned before it. Without this, unfinished work stays where its links lead. */
  readonly restFromStatus?: boolean;
}

export interface NamedCalendar extends CalendarSpec {
  readonly id: string;
  readonly name?: string;
}

/** Somebody with a calendar: on the team, or at the client. */
export interface TaskPerson {
  readonly id: string;
  readonly name?: string;
  readonly calendarId: string;
}

/**
 * What stays when something else changes. For the dates it matters whether the work decides (fixed effort, fixed units: effort over
 * units on the calendars of the people) or a duration on the task's calendar does (fixed duration).
 */
export type TaskType = "fixed-effort" | "fixed-duration" | "fixed-units";

/** As soon or as late as possible; start or finish no earlier or no later than, must start or finish on. */
export type ConstraintKind = "ASAP" | "ALAP" | "SNET" | "SNLT" | "FNET" | "FNLT" | "MSO" | "MFO";

export interface TaskConstraint {
  readonly kind: ConstraintKind;
  /** The moment it speaks of; ASAP and ALAP speak of none. */
  readonly at?: number;
}

export interface Duration {
  readonly minutes: number;
  /** Every minute of the day and night counts, not those of a calendar. */
  readonly elapsed?: boolean;
}

/**
 * A piece of work, a milestone (no duration, no effort) or a summary of others. A client's sign-off is a task with a duration and the
 * client's calendar.
 */
export interface PlanTask {
  readonly id: string;
  readonly name?: string;
  readonly parentId?: string;
  /** A summary although nothing is below it yet: it stands at the start of the project and takes no time. */
  readonly summary?: boolean;
  readonly type?: TaskType;
  readonly duration?: Duration;
  /** Of all assignees together, where they do not have their own. */
  readonly effort?: number;
  readonly assignees?: readonly Assignee[];
  /** It is worked on only in the time that this calendar and that of each person have in common. */
  readonly calendarId?: string;
  /** With its own calendar alone: the people's are not asked. */
  readonly ignoresPeople?: boolean;
  /** 0 to 1000, 500 when nothing is said; it does not move a date without scarce people. */
  readonly priority?: number;
  /** Without one: as soon as possible, or as late as possible in a project from its finish. */
  readonly constraint?: TaskConstraint;
  /** Soft: it shows in the slack and moves nothing. */
  readonly deadlineAt?: number;
  /** It begins so much later than its links and constraints allow. */
  readonly delay?: Duration;
  readonly progress?: TaskProgress;
  /** Breaks in the work, in minutes of its own working time, counted from its start. */
  readonly pauses?: readonly Pause[];
  /** Set by hand: it stays there whatever its links say. */
  readonly manual?: { readonly startAt: number; readonly finishAt: number };
  /** `false`: kept, and takes no part. */
  readonly active?: boolean;
}

export interface Assignee {
  readonly personId: string;
  /** Share of the person's working time: 50 takes twice as long. */
  readonly percent: number;
  /** Their own part of the effort. */
  readonly effort?: number;
  /** How long their part takes where that is not effort over percent: uneven work, overtime. */
  readonly duration?: number;
  /** They begin so many minutes of their working time after the task. */
  readonly delay?: number;
}

export interface Pause {
  /** Minutes of work before it. */
  readonly after: number;
  readonly minutes: number;
}

export interface TaskProgress {
  readonly startedAt: number;
  readonly finishedAt?: number;
  /** Minutes of its duration that are done. */
  readonly done?: number;
  /** When the rest goes on, where that is not at once. */
  readonly resumesAt?: number;
}

/** On whose calendar a lag runs; `24h` counts every minute. */
export type TaskLagCalendar = "predecessor" | "successor" | "project" | "24h";

export interface TaskLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** Minutes, or percent of the predecessor's duration; negative is a lead. */
  readonly lag?: { readonly minutes: number } | { readonly percent: number };
  /** The successor's when nothing is said, as in MS Project. */
  readonly lagCalendar?: TaskLagCalendar;
}
