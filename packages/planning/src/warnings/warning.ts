import type { Calendar } from "../calendar/calendar.ts";
import type { DateForecast } from "../health.ts";
import type { CivilDate, MilestoneState, PlanClientItem } from "../plan.ts";

/** Every early warning, what needs somebody most first. */
export const WARNING_CODES = [
  "client_overdue",
  "likely_late",
  "predecessor_late",
  "too_much_work",
  "review_missed",
  "criteria_open",
  "no_activity",
  "often_adjusted",
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

/** What to do next; each with what it is about, for a screen to offer or to do. */
export type WarningStep =
  | { readonly do: "remind_client"; readonly kind: PlanClientItem["kind"]; readonly itemId: string }
  /** Three ways out: move the date, cut, add. */
  | { readonly do: "see_ways"; readonly milestoneId: string }
  | { readonly do: "move_target"; readonly milestoneId: string; readonly on: CivilDate }
  | { readonly do: "open"; readonly kind: "milestone" | "card"; readonly id: string }
  /** Give cards to somebody else, move or cut them. */
  | { readonly do: "relieve"; readonly personId: string }
  | { readonly do: "assign_cards"; readonly milestoneId: string }
  | { readonly do: "start_review" }
  | { readonly do: "answer_criteria"; readonly milestoneId: string }
  | { readonly do: "look_at_cards"; readonly milestoneId: string }
  | { readonly do: "see_changes"; readonly milestoneId: string };

/** The facts of one warning's sentence. Days are calendar days unless said. */
export type WarningFact =
  /** Asked for by then, and not answered. */
  | {
      readonly code: "client_overdue";
      readonly itemId: string;
      readonly on: CivilDate;
      readonly days: number;
    }
  /** Likely by then, so many days after the target. */
  | { readonly code: "likely_late"; readonly on: CivilDate; readonly days: number }
  /** What it waits for was due on that day; `likelyOn` where it is not due yet and will be late. */
  | {
      readonly code: "predecessor_late";
      readonly kind: "milestone" | "card";
      readonly id: string;
      readonly on: CivilDate;
      readonly likelyOn: CivilDate | null;
      readonly days: number;
    }
  /** Minutes still to be done by then, by one person or by all (`null`), and minutes that there are. */
  | {
      readonly code: "too_much_work";
      readonly personId: string | null;
      readonly needed: number;
      readonly available: number;
    }
  /** Not held on that day, or skipped so often in a row, or none for so many days; last held then. */
  | {
      readonly code: "review_missed";
      readonly on: CivilDate | null;
      readonly days: number | null;
      readonly skipped: number;
      readonly silentDays: number | null;
      readonly heldOn: CivilDate | null;
    }
  /** So many of the criteria without an answer, so many working days before the target (0 = on it or after). */
  | { readonly code: "criteria_open"; readonly open: number; readonly of: number; readonly days: number }
  /** Not changed and not talked about since then, so many working days. */
  | { readonly code: "no_activity"; readonly on: CivilDate; readonly days: number }
  | { readonly code: "often_adjusted"; readonly times: number };

export interface EarlyWarning {
  /** `null`: it is about the project as a whole. */
  readonly milestoneId: string | null;
  readonly because: WarningFact;
  /** The first one is what to do. */
  readonly steps: readonly WarningStep[];
}

export interface WarningMilestone {
  readonly id: string;
  readonly state: MilestoneState;
  readonly startOn: CivilDate | null;
  readonly targetOn: CivilDate | null;
  readonly parentId: string | null;
  /** Last day on which anybody changed or talked about it or one of its cards. */
  readonly touchedOn: CivilDate;
  readonly criteria: { readonly open: number; readonly of: number };
  /** How often it has been adjusted since it was promised. */
  readonly adjusted: number;
}

/** Effort that is left in the open cards of a milestone, in minutes; `personId: null` = nobody's yet. */
export interface WorkLeft {
  readonly milestoneId: string;
  readonly personId: string | null;
  readonly minutes: number;
}

/** Something open that has to be finished before this milestone, or before something in it. */
export interface Predecessor {
  readonly milestoneId: string;
  readonly kind: "milestone" | "card";
  readonly id: string;
  readonly dueOn: CivilDate | null;
}

export interface ReviewFacts {
  /** The earliest date since the last review on which one was neither held nor skipped. */
  readonly missedOn: CivilDate | null;
  /** Skipped so often since the last one was held. */
  readonly skipped: number;
  readonly heldOn: CivilDate | null;
  /** Days without a review, where that is too long: what {@link silenceOf} answers. */
  readonly silentDays: number | null;
}

export interface WarningFacts {
  readonly today: CivilDate;
  readonly calendar: Calendar;
  readonly paused: boolean;
  readonly milestones: readonly WarningMilestone[];
  readonly forecasts: ReadonlyMap<string, DateForecast>;
  readonly work: readonly WorkLeft[];
  /** Minutes that somebody has for this project from today to the end of that day. */
  readonly hoursUntil: (personId: string, on: CivilDate) => number;
  readonly predecessors: readonly Predecessor[];
  /** What waits for the client; a plan waits without a milestone. */
  readonly clientItems: readonly (Pick<PlanClientItem, "id" | "kind" | "dueOn"> & {
    readonly milestoneId: string | null;
  })[];
  readonly reviews: ReviewFacts;
}
