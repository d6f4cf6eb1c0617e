/**
 * The plan as planning reads it: plain JSON, ids are strings, dates are civil dates (`2026-05-12`), efforts are whole minutes.
 * A list may come in any order; no answer depends on it. `null` means "not said".
 */

import type { Zone } from "./calendar/zone.ts";

/** A calendar day as `YYYY-MM-DD`, without time or zone. */
export type CivilDate = string;

/**
 * Minutes of a day, from inclusive, to exclusive: `[540, 1020]` is 09:00-17:00. A shift over midnight goes on past 1440 and belongs to
 * the day on which it begins: `[1320, 1800]` is 22:00-06:00.
 */
export type MinuteInterval = readonly [from: number, to: number];

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** The working intervals of each weekday, in order and without overlap; a weekday left out is free. */
export type WeekPattern = { readonly [day in Weekday]?: readonly MinuteInterval[] };

/** Days without work, both ends included: a holiday (one day) or somebody's leave. */
export interface DaysOff {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly why?: string;
}

/** A day that is worked although the pattern or a day off says otherwise. */
export interface ExtraDay {
  readonly on: CivilDate;
  readonly intervals: readonly MinuteInterval[];
}

/** A week that holds instead of the usual one for a time, both days included: summer hours. */
export interface WorkWeek {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly week: WeekPattern;
  readonly why?: string;
}

export interface CalendarSpec {
  readonly week: WeekPattern;
  readonly workWeeks?: readonly WorkWeek[];
  readonly daysOff?: readonly DaysOff[];
  readonly extraDays?: readonly ExtraDay[];
  /** Of what zone its local times are; without one they are the plan's own, and so are all minutes. */
  readonly zone?: Zone;
}

export type MilestoneState =
  | "draft"
  | "in_input"
  | "agreed"
  | "active"
  | "submitted"
  | "accepted"
  | "dropped";

export interface PlanCriterion {
  readonly id: string;
  readonly text: string;
  /** Somebody has said whether it is met; an answer is what submitting needs. */
  readonly answered: boolean;
}

export interface PlanDeliverable {
  readonly id: string;
  readonly title: string;
  readonly needed: boolean;
  /** A file, a link or a text has been handed in. */
  readonly present: boolean;
}

export interface PlanMilestone {
  readonly id: string;
  readonly title: string;
  readonly outcome: string;
  readonly why: string;
  readonly state: MilestoneState;
  /** First day of the work window. */
  readonly startOn: CivilDate | null;
  /** Last day of the work window: the date that counts. */
  readonly targetOn: CivilDate | null;
  /** Day of the decision that accepted it. */
  readonly reachedOn: CivilDate | null;
  readonly ownerId: string | null;
  /** The phase this minor milestone belongs to. */
  readonly parentId: string | null;
  readonly objectiveIds: readonly string[];
  readonly criteria: readonly PlanCriterion[];
  readonly deliverables: readonly PlanDeliverable[];
  /** The client decides; otherwise the milestone is internal and its owner accepts it. */
  readonly clientApproval: boolean;
  readonly approverIds: readonly string[];
  /** Own weight in its phase; `null` = the sum of what it holds. */
  readonly weight: number | null;
  /** Working days that the client takes to answer when it is submitted; `null` = as long as this client usually takes. */
  readonly signOffDays: number | null;
  /** Last day on which anybody changed it or talked about it. */
  readonly touchedOn: CivilDate | null;
}

/** Where a card stands: in the outline (not published yet), in the Later list, or in a column of the board. */
export type CardPlace = "outline" | "later" | "todo" | "doing" | "done";

export interface PlanCard {
  readonly id: string;
  readonly title: string;
  readonly milestoneId: string | null;
  readonly place: CardPlace;
  readonly startOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  /** Effort in minutes; a single number is `likely` alone. */
  readonly low: number | null;
  readonly likely: number | null;
  readonly high: number | null;
  /** They share the work in equal parts. */
  readonly assigneeIds: readonly string[];
  /** 0 = nothing said, 1 low, 2 medium, 3 high. */
  readonly priority: number;
  /** Where it lies in its column; compared by code unit. */
  readonly position: string;
  readonly startedOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
  /** Minutes of effort that have gone into it so far. */
  readonly doneMinutes: number;
  readonly blocked: boolean;
  readonly touchedOn: CivilDate | null;
}

export interface PlanMeasure {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly current: number | null;
}

export interface PlanObjective {
  readonly id: string;
  readonly statement: string;
  readonly ourReason: string;
  readonly clientReason: string;
  readonly measure: PlanMeasure | null;
  readonly targetOn: CivilDate | null;
}

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish. */
export type LinkKind = "FS" | "SS" | "FF" | "SF";

/** On whose calendar the lag runs; `elapsed` counts every day of the year. */
export type LagCalendar = "predecessor" | "successor" | "project" | "elapsed";

/** A dependency between two plan items (milestones or cards): `to` follows `from`. */
export interface PlanLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** Working days between the two ends; negative is a lead. */
  readonly lagDays: number;
  readonly lagCalendar: LagCalendar;
}

export interface PlanRisk {
  readonly id: string;
  readonly title: string;
  readonly status: "open" | "closed";
  readonly ownerId: string | null;
  readonly response: string;
  /** How likely it happens, 0-100 percent. */
  readonly chance: number;
  /** Working minutes that it costs each of its milestones if it happens. */
  readonly impactLow: number;
  readonly impactLikely: number;
  readonly impactHigh: number;
  readonly milestoneIds: readonly string[];
}

/** Somebody who works here. */
export interface PlanPerson {
  readonly id: string;
  readonly name: string;
  /** Own week with days off; `null` = the project's. */
  readonly calendar: CalendarSpec | null;
  /** Share of the working time that belongs to this project, 0-100. */
  readonly percent: number;
}

/** Somebody at the client. */
export interface PlanContact {
  readonly id: string;
  readonly name: string;
  readonly role: "approver" | "observer" | null;
}

/** A date from outside that the plan cannot move, such as a launch or a trade fair. */
export interface FixedDate {
  readonly id: string;
  readonly title: string;
  readonly on: CivilDate;
  /** The milestone to be reached by then; `null` = every milestone planned for before it. */
  readonly milestoneId: string | null;
}

/** One recorded change of a milestone, and whether the client has been told. */
export interface PlanAdjustment {
  readonly id: string;
  readonly milestoneId: string;
  readonly field: string;
  readonly told: boolean;
}

export interface PlanReviews {
  /** Days between two reviews; `null` = no cadence set. */
  readonly everyDays: number | null;
  readonly nextDueOn: CivilDate | null;
}

export interface PlanClientSide {
  /** When the client works; `null` = the project's calendar. */
  readonly calendar: CalendarSpec | null;
  /** Working days that this client usually takes to answer; `null` = nothing known. */
  readonly answerDays: number | null;
  /** The client has been asked for input at least once. */
  readonly askedForInput: boolean;
  /** The client is invited to reviews; `null` = nobody knows. */
  readonly inReviews: boolean | null;
}

/** Something that the client has been asked for and has not answered. */
export interface PlanClientItem {
  readonly id: string;
  /** A request is work of the client before the milestone's work is done; an approval is the answer after it. */
  readonly kind: "request" | "approval";
  readonly title: string;
  readonly milestoneId: string;
  readonly askedOn: CivilDate;
  readonly dueOn: CivilDate | null;
}

export interface Plan {
  readonly projectId: string;
  readonly startOn: CivilDate | null;
  readonly calendar: CalendarSpec;
  readonly people: readonly PlanPerson[];
  readonly contacts: readonly PlanContact[];
  readonly objectives: readonly PlanObjective[];
  readonly milestones: readonly PlanMilestone[];
  readonly cards: readonly PlanCard[];
  readonly links: readonly PlanLink[];
  readonly risks: readonly PlanRisk[];
  readonly fixedDates: readonly FixedDate[];
  readonly adjustments: readonly PlanAdjustment[];
  readonly reviews: PlanReviews;
  /** `null` for a project without a client. */
  readonly client: PlanClientSide | null;
  /** What waits for the client; left out where nothing does. */
  readonly clientItems?: readonly PlanClientItem[];
}

/** Neither reached nor given up: the milestone can still move. */
export function isOpenMilestone(milestone: Pick<PlanMilestone, "state">): boolean {
  return milestone.state !== "accepted" && milestone.state !== "dropped";
}
