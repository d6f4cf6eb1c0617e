import { ENOUGH_ESTIMATES } from "../health.ts";
import { type CivilDate, isOpenMilestone, type PlanMilestone } from "../plan.ts";
import { estimatedCards } from "./estimated-cards.ts";
import type { PlanDraws } from "./plan-draws.ts";
import { driversOf } from "./plan-drivers.ts";
import type {
  DatePercentiles,
  ForecastGrounds,
  ForecastInput,
  MilestoneForecast,
  PlanForecast,
} from "./plan-forecast.ts";
import type { SimulationGrounds } from "./plan-grounds.ts";
import type { PlanOutcomes } from "./plan-outcomes.ts";
import { type Odds, oddsOf, simulatePlan } from "./plan-simulation.ts";

/**
 * Where will each milestone land? The plan is levelled once (see `levelPlan`), then its order is replayed in `samples` futures with other
 * durations of the cards (three numbers as PERT-beta, one number with the person's own estimate style), risks that happen or not, scope
 * that grows as in past weeks, and clients who answer sooner or later. Because everybody does one thing at a time in every future, and a
 * milestone waits for the last of its cards, the bias of merging paths is in the dates. Where cards have been finished for some weeks, their
 * pace is put beside the estimates and, once past forecasts have taught how, blended with them; dates are then corrected by how past ones held.
 *
 * Below three estimated cards a milestone is `not_enough_data`. No date is before `today`. Same input and seed, same bytes; the draws of a
 * card hang on the seed and its id alone, so two forecasts with one seed differ only by what differs in the plans.
 * @example forecastPlan({ plan, today: "2026-05-12", seed: 7, samples: SAMPLES, history: NO_HISTORY })
 * // { ok: true, milestones: [{ id: "m1", state: "forecast", p50On: "2026-05-19", p80On: "2026-05-21", chance: 0.91, ... }], project, ... }
 */
export function forecastPlan(input: ForecastInput): PlanForecast {
  const { plan, today, seed, samples } = input;
  const simulation = simulatePlan(input);
  if (!simulation.ok) return simulation;
  const { levelled, draws, outcomes, grounds } = simulation;
  const estimated = estimatedCards(plan);
  const open = plan.milestones.filter(isOpenMilestone);
  const places = new Map(open.map(({ id }, i) => [id, i]));
  const milestones = plan.milestones
    .filter(({ state }) => state !== "dropped")
    .map((milestone) =>
      milestoneForecast(
        milestone,
        estimated.get(milestone.id) ?? 0,
        places.get(milestone.id) ?? -1,
        today,
        draws,
        outcomes,
      ),
    );
  const known = plan.cards.filter(({ likely }) => likely !== null).length >= ENOUGH_ESTIMATES;
  const project = known && levelled.network.nodes.length > 0 ? datesOf(oddsOf(outcomes.end, today)) : null;
  return {
    ok: true,
    today,
    seed,
    samples,
    milestones,
    project,
    grounds: saidGrounds(milestones, places, today, grounds),
  };
}

/** What the dates of those that have some rest on. */
function saidGrounds(
  milestones: readonly MilestoneForecast[],
  places: ReadonlyMap<string, number>,
  today: CivilDate,
  { pace, record, byEstimates, byPace }: SimulationGrounds,
): ForecastGrounds {
  return {
    pace: pace === null ? null : { cardsPerWeek: pace.cardsPerWeek, weeks: pace.weeks },
    paceShare: record.paceShare,
    compared: record.compared,
    reached: record.reached,
    corrected: record.levelOf !== null,
    milestones: milestones.flatMap(({ id, state }) => {
      const place = places.get(id) ?? -1;
      const [estimated, paced] = [byEstimates[place], byPace[place] ?? null];
      if (state !== "forecast" || estimated === undefined) return [];
      const dates = (finishes: Int32Array) => datesOf(oddsOf(finishes, today));
      return [{ id, byEstimates: dates(estimated), byPace: paced === null ? null : dates(paced) }];
    }),
  };
}

function milestoneForecast(
  { id, targetOn, state, reachedOn }: PlanMilestone,
  estimatedCards: number,
  place: number,
  today: CivilDate,
  { factors }: PlanDraws,
  { finishes, critical, ways }: PlanOutcomes,
): MilestoneForecast {
  const facts = { id, targetOn, estimatedCards };
  if (state === "accepted") return { ...facts, state: "reached", reachedOn };
  const [own, hits] = [finishes[place], ways[place]];
  if (estimatedCards < ENOUGH_ESTIMATES || own === undefined || hits === undefined) {
    return { ...facts, state: "not_enough_data" };
  }
  const odds = oddsOf(own, today);
  return {
    ...facts,
    state: "forecast",
    ...datesOf(odds),
    chance: targetOn === null ? null : odds.chanceBy(targetOn),
    criticality: (critical[place] ?? 0) / own.length,
    drivers: driversOf(id, own, hits, factors),
  };
}

function datesOf({ dateAt }: Odds): DatePercentiles {
  return {
    p5On: dateAt(0.05),
    p20On: dateAt(0.2),
    p50On: dateAt(0.5),
    p80On: dateAt(0.8),
    p90On: dateAt(0.9),
    p95On: dateAt(0.95),
  };
}
