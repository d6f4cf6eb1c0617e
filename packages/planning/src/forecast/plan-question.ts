import { ENOUGH_ESTIMATES } from "../health.ts";
import { isOpenMilestone } from "../plan.ts";
import type { Cycle } from "../schedule/plan-schedule.ts";
import { estimatedCards } from "./estimated-cards.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { type PlanSimulation, simulatePlan } from "./plan-simulation.ts";

/** Why nothing can be said about the date of a milestone. */
export type DateRefusal =
  | { readonly ok: false; readonly code: "cycle"; readonly cycle: Cycle }
  /** It is not there, reached or dropped. */
  | { readonly ok: false; readonly code: "not_open" }
  /** Too few of its cards are estimated for an honest date. */
  | {
      readonly ok: false;
      readonly code: "not_enough_data";
      readonly estimatedCards: number;
      readonly needed: number;
    };

/** All futures of a plan, for a question about one milestone of which there is enough to say something. */
export type Question =
  | {
      readonly ok: true;
      readonly simulation: Extract<PlanSimulation, { ok: true }>;
      /** The milestone's finish in each future, in minutes from the beginning of today. */
      readonly finishes: Int32Array;
      /** By node, how often it lay on the way to the milestone. */
      readonly hits: Int32Array;
    }
  | DateRefusal;

export function askAbout(input: ForecastInput, milestoneId: string): Question {
  const place = input.plan.milestones.filter(isOpenMilestone).findIndex(({ id }) => id === milestoneId);
  if (place < 0) return { ok: false, code: "not_open" };
  const estimated = estimatedCards(input.plan).get(milestoneId) ?? 0;
  if (estimated < ENOUGH_ESTIMATES) {
    return { ok: false, code: "not_enough_data", estimatedCards: estimated, needed: ENOUGH_ESTIMATES };
  }
  const simulation = simulatePlan(input);
  if (!simulation.ok) return simulation;
  const [finishes, hits] = [simulation.outcomes.finishes[place], simulation.outcomes.ways[place]];
  if (finishes === undefined || hits === undefined) return { ok: false, code: "not_open" };
  return { ok: true, simulation, finishes, hits };
}
