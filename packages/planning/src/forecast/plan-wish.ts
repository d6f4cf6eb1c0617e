import type { CivilDate, Plan } from "../plan.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { milestoneOdds } from "./plan-simulation.ts";

/** What a search is about. */
export interface Wish {
  readonly input: ForecastInput;
  readonly milestoneId: string;
  readonly wishOn: CivilDate;
  /** The share of the futures in which it must hold. */
  readonly share: number;
}

/** The chance of the wish if the plan were changed like this. */
export function chanceWith({ input, milestoneId, wishOn }: Wish, change: Partial<Plan>): number {
  return milestoneOdds({ ...input, plan: { ...input.plan, ...change } }, milestoneId)?.chanceBy(wishOn) ?? 0;
}
