import {
  type DatePercentiles,
  isOpenMilestone,
  type Plan,
  type PlanForecast,
  type PlanMilestone,
} from "@milepost/planning";
import type { ForecastDatesView, ForecastGroundsView, MilestoneForecastView } from "./plan.view.ts";

type Milestones = readonly Pick<PlanMilestone, "id" | "state">[];

/** The dates of what is open still and can be forecast. */
export function forecastDates(
  milestones: Milestones,
  forecast: PlanForecast | null,
): Map<string, ForecastDatesView> {
  return new Map(
    speaking(milestones, forecast).map(({ id, p5On, p20On, p50On, p80On, p95On }) => [
      id,
      { p5On, p20On, p50On, p80On, p95On },
    ]),
  );
}

/** The same with what is behind the dates; drivers that the reader may not see are left out. */
export function presentForecasts(
  plan: Plan,
  forecast: PlanForecast | null,
): Map<string, MilestoneForecastView> {
  const dates = forecastDates(plan.milestones, forecast);
  const known = new Set(
    [...plan.cards, ...plan.risks, ...plan.people, ...plan.milestones].map(({ id }) => id),
  );
  return new Map(
    speaking(plan.milestones, forecast).flatMap(({ id, chance, criticality, drivers }) => {
      const own = dates.get(id);
      const shown = drivers.filter((driver) => known.has(driver.id));
      return own === undefined ? [] : [[id, { ...own, chance, criticality, drivers: [...shown] }]];
    }),
  );
}

/** What the dates rest on, for the milestones that the reader sees. */
export function presentGrounds(
  milestones: Milestones,
  forecast: PlanForecast | null,
): ForecastGroundsView | null {
  const grounds = forecast?.ok ? forecast.grounds : null;
  if (grounds === null) return null;
  const open = new Set(milestones.filter(isOpenMilestone).map(({ id }) => id));
  const likelySafe = ({ p50On, p80On }: DatePercentiles) => ({ p50On, p80On });
  return {
    ...grounds,
    milestones: grounds.milestones.flatMap(({ id, byEstimates, byPace }) =>
      open.has(id)
        ? [{ id, byEstimates: likelySafe(byEstimates), byPace: byPace === null ? null : likelySafe(byPace) }]
        : [],
    ),
  };
}

function speaking(milestones: Milestones, forecast: PlanForecast | null) {
  const open = new Set(milestones.filter(isOpenMilestone).map(({ id }) => id));
  return (forecast?.ok ? forecast.milestones : []).flatMap((one) =>
    one.state === "forecast" && open.has(one.id) ? [one] : [],
  );
}
