import type { LevelOptions } from "../levelling/levelled-plan.ts";
import type { CivilDate, Plan } from "../plan.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";

/** A finished card: minutes estimated (above 0) and minutes it took. */
export interface CardOutcome {
  /** Who did it; `null` = several people or nobody known. */
  readonly personId: string | null;
  readonly estimate: number;
  readonly actual: number;
}

/** One whole week of the past. */
export interface WeekOfWork {
  /** Cards that were finished in it. */
  readonly done: number;
  /** Cards that were added after the plan was made. */
  readonly added: number;
}

/** A milestone that was reached, and what had been forecast of it on a day before. */
export interface EndedMilestone {
  readonly madeOn: CivilDate;
  readonly reachedOn: CivilDate;
  /** What people were told. */
  readonly named: DatePercentiles;
  readonly byEstimates: DatePercentiles;
  /** `null` where there was no pace yet. */
  readonly byPace: DatePercentiles | null;
}

/** What has been seen so far, the oldest first; empty lists where nothing has. */
export interface ForecastHistory {
  readonly outcomes: readonly CardOutcome[];
  /** Working days that the client took to answer. */
  readonly answerDays: readonly number[];
  readonly weeks: readonly WeekOfWork[];
  /** The days on which cards of the project were finished, one entry a card. */
  readonly finishedOn: readonly CivilDate[];
  /** Milestones that were reached after a forecast, those of other projects included, in the order in which they were reached. */
  readonly ended: readonly EndedMilestone[];
}

export const NO_HISTORY: ForecastHistory = {
  outcomes: [],
  answerDays: [],
  weeks: [],
  finishedOn: [],
  ended: [],
};

export interface ForecastInput {
  readonly plan: Plan;
  readonly today: CivilDate;
  /** Whole number; the same one gives the same draws to the same cards (common random numbers). */
  readonly seed: number;
  /** How many futures are tried: {@link SAMPLES} for an answer to keep, {@link LIVE_SAMPLES} while something is dragged. */
  readonly samples: number;
  readonly history: ForecastHistory;
  readonly options?: Partial<LevelOptions>;
}

export const SAMPLES = 2048;
export const LIVE_SAMPLES = 192;

/** Days by which it is done in 5, 20, 50, 80, 90, 95 of 100 cases: "likely by" is p50On, "safe by" p80On. */
export interface DatePercentiles {
  readonly p5On: CivilDate;
  readonly p20On: CivilDate;
  readonly p50On: CivilDate;
  readonly p80On: CivilDate;
  readonly p90On: CivilDate;
  readonly p95On: CivilDate;
}

/** What makes a date late or uncertain. */
export interface ForecastDriver {
  readonly kind: "card" | "risk" | "client" | "request" | "person" | "scope";
  /** Of the card, risk, person or request to the client; of the milestone for client and scope. */
  readonly id: string;
  /** Share of the milestone's uncertainty that goes with it, 0 to 1. */
  readonly share: number;
  /** Days by which the milestone is later on average in the fifth of cases in which this is worst; of a card, no more than its own work. */
  readonly days: number;
}

interface MilestoneFacts {
  readonly id: string;
  readonly targetOn: CivilDate | null;
  /** Open or done cards with an estimate, in it or in what it holds. */
  readonly estimatedCards: number;
}

export interface ForecastMilestone extends MilestoneFacts, DatePercentiles {
  readonly state: "forecast";
  /** Share of cases in which it is reached by its target, 0 to 1; `null` without a target. */
  readonly chance: number | null;
  /** Share of cases in which it lies on the way that decides the end of the plan, 0 to 1. */
  readonly criticality: number;
  /** At most five, the strongest first. */
  readonly drivers: readonly ForecastDriver[];
}

/** Fewer than three estimated cards: there is no honest date. */
export interface UnknownMilestone extends MilestoneFacts {
  readonly state: "not_enough_data";
}

export interface ReachedMilestone extends MilestoneFacts {
  readonly state: "reached";
  readonly reachedOn: CivilDate | null;
}

export type MilestoneForecast = ForecastMilestone | UnknownMilestone | ReachedMilestone;

/** The two forecasts behind the dates of a milestone. */
export interface MilestoneGrounds {
  readonly id: string;
  readonly byEstimates: DatePercentiles;
  /** As fast as cards have been done so far; `null` where too few are done, or nothing is left to do. */
  readonly byPace: DatePercentiles | null;
}

/** What the dates rest on beside the plan. */
export interface ForecastGrounds {
  /** `null`: too little is finished. */
  readonly pace: { readonly cardsPerWeek: number; readonly weeks: number } | null;
  /** How much the pace counts beside the estimates, 0 to 1. */
  readonly paceShare: number;
  /** Reached milestones on which both have been compared. */
  readonly compared: number;
  /** Reached milestones of which something had been forecast. */
  readonly reached: number;
  /** The dates are corrected by how past ones held. */
  readonly corrected: boolean;
  /** Those that have dates, in the plan's order. */
  readonly milestones: readonly MilestoneGrounds[];
}

export type PlanForecast =
  | {
      readonly ok: true;
      readonly today: CivilDate;
      readonly seed: number;
      readonly samples: number;
      /** All that are not dropped, in the plan's order. */
      readonly milestones: readonly MilestoneForecast[];
      /** When the last open milestone or card is done; `null` when there is none, or too few of the cards are estimated. */
      readonly project: DatePercentiles | null;
      /** `null` of a forecast that was stored before this was said. */
      readonly grounds: ForecastGrounds | null;
    }
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle };
