import type { CivilDate } from "../plan.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";

/** Why work starts no earlier, in facts that a screen can put into words. */
export type StartReason =
  /** What it is linked to: "follows X". */
  | { readonly code: "follows"; readonly itemId: string; readonly linkId: string }
  /** The one who does it does something else first: "Person B is busy with Y". */
  | { readonly code: "busy"; readonly personId: string; readonly cardId: string }
  /** Days off before it: "Person B is away 8-11 May"; `personId` null for the project's holidays. */
  | {
      readonly code: "away";
      readonly personId: string | null;
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly why: string | null;
    }
  | { readonly code: "window_starts"; readonly milestoneId: string; readonly on: CivilDate }
  /** A date that somebody chose for the card. */
  | { readonly code: "starts_on"; readonly on: CivilDate }
  | { readonly code: "project_starts"; readonly on: CivilDate }
  | { readonly code: "today" }
  /** Nobody ever has time for it: an empty week, or 0 percent. */
  | { readonly code: "no_time"; readonly personId: string | null };

/** A stretch of time: minutes since 1970-01-01T00:00 in the plan's own zone, and the days that hold them. */
export interface Stretch {
  readonly start: number;
  /** The minute after the last one. */
  readonly finish: number;
  readonly startOn: CivilDate;
  readonly finishOn: CivilDate;
}

/** What one person does of a card. */
export interface LevelledPart extends Stretch {
  /** `null` = nobody is on it: it goes by the project's calendar. */
  readonly personId: string | null;
  /** Minutes of effort that are left to do. */
  readonly minutes: number;
  readonly reasons: readonly StartReason[];
}

export interface LevelledCard extends Stretch {
  readonly id: string;
  readonly milestoneId: string | null;
  /** Minutes of effort that are left to do, of all parts. */
  readonly minutes: number;
  /** Nobody has estimated it: the plan's median was taken. */
  readonly assumed: boolean;
  readonly parts: readonly LevelledPart[];
  /** Why its first part starts no earlier, what binds most first. */
  readonly reasons: readonly StartReason[];
}

export interface LevelledMilestone extends Stretch {
  readonly id: string;
  /** The day on which the last of its work is done; the client's answer comes after it. */
  readonly workFinishOn: CivilDate;
  /** Working days of the client's calendar for the answer; 0 where the client does not decide. */
  readonly answerDays: number;
  readonly targetOn: CivilDate | null;
  /** Calendar days after the target, negative when before; `null` without a target. */
  readonly lateDays: number | null;
  /** The cards and minor milestones that end last: what would have to be earlier. */
  readonly heldBy: readonly string[];
}

export interface Booking extends Stretch {
  readonly cardId: string;
  readonly minutes: number;
}

export interface LevelledPerson {
  readonly id: string;
  /** In order of time, without overlap: one person does one thing at a time. Work pauses over time off inside a stretch. */
  readonly booked: readonly Booking[];
}

export type LevelledPlan =
  | {
      readonly ok: true;
      /** Open cards, in the plan's order. */
      readonly cards: readonly LevelledCard[];
      /** Open milestones, in the plan's order. */
      readonly milestones: readonly LevelledMilestone[];
      /** In the plan's order. */
      readonly people: readonly LevelledPerson[];
      /** The day on which the last thing ends; `null` when nothing is open. */
      readonly finishOn: CivilDate | null;
    }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };

export interface LevelOptions {
  /** Working days that a client takes to answer of whom nothing is known. */
  readonly answerDays: number;
  /** Effort of a card in a plan where nothing is estimated, in minutes. */
  readonly unestimated: number;
  /** People whose cards do not wait for each other: to see what one thing at a time costs. */
  readonly unlimited: readonly string[];
}

export const DEFAULT_LEVEL_OPTIONS: LevelOptions = { answerDays: 3, unestimated: 480, unlimited: [] };
