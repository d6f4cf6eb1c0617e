import type { ForecastDriver, MilestoneForecast } from "./forecast/plan-forecast.ts";
import { type Health, type HealthFacts, type HealthReason, healthOf } from "./health.ts";
import type { CivilDate } from "./plan.ts";

/** What would change a reason; each with what it is about, for a screen to offer. */
export type Remedy =
  | { readonly do: "move_target"; readonly on: CivilDate }
  | { readonly do: "set_target" }
  | { readonly do: "estimate_cards"; readonly count: number }
  | { readonly do: "ask_client"; readonly itemId: string }
  /** Agree with the client how soon it answers. */
  | { readonly do: "agree_answer_time"; readonly milestoneId: string }
  /** Split it, estimate it again or cut it. */
  | { readonly do: "look_at_card"; readonly cardId: string }
  /** Give cards to somebody else, or the person more hours. */
  | { readonly do: "relieve"; readonly personId: string }
  | { readonly do: "respond_to_risk"; readonly riskId: string }
  /** Answer what is added with a date or a price. */
  | { readonly do: "hold_scope" };

export interface WhyReason {
  /** A fact behind the word, or what the forecast hangs on. */
  readonly because: HealthReason | (ForecastDriver & { readonly code: "driver" });
  readonly remedies: readonly Remedy[];
}

export interface WhyHealth extends Health {
  /** At most three, the strongest first. */
  readonly why: readonly WhyReason[];
}

const MOST_REASONS = 3;

/**
 * Why is this milestone as healthy as it is, and what would change that? The facts behind the word first, then what its date hangs on, by
 * the days that it costs in the worst fifth of the futures.
 * @example whyHealth(facts, forecast.milestones[0], "2026-05-12")
 * // { word: "at_risk", why: [{ because: { code: "safe_date_late", on: "2026-06-19", days: 5 }, remedies: [{ do: "move_target", on: "2026-06-19" }] }, ...] }
 */
export function whyHealth(
  facts: HealthFacts,
  forecast: MilestoneForecast | undefined,
  today: CivilDate,
): WhyHealth {
  const dates = forecast?.state === "forecast" ? forecast : undefined;
  const health = healthOf(dates === undefined ? facts : { ...facts, forecast: dates }, today);
  const safeOn = dates?.p80On ?? null;
  const drivers = settled(health) ? [] : [...(dates?.drivers ?? [])].sort((a, b) => b.days - a.days);
  const why = [
    ...health.reasons.map((reason) => ({ because: reason, remedies: remediesOf(reason, safeOn) })),
    ...drivers.map((driver) => ({
      because: { code: "driver", ...driver } as const,
      remedies: [remedyOf(driver)],
    })),
  ];
  return { ...health, why: why.slice(0, MOST_REASONS) };
}

/** Nothing that the forecast hangs on matters any more, or for now. */
function settled({ word }: Health): boolean {
  return word === "reached" || word === "paused";
}

function remediesOf(reason: HealthReason, safeOn: CivilDate | null): Remedy[] {
  switch (reason.code) {
    case "overdue":
    case "likely_late":
    case "safe_date_late":
      return safeOn === null ? [] : [{ do: "move_target", on: safeOn }];
    case "client_item":
      return [{ do: "ask_client", itemId: reason.id }];
    case "few_estimates":
      return [{ do: "estimate_cards", count: reason.needed - reason.estimated }];
    case "no_target":
      return [{ do: "set_target" }];
    case "in_time":
    case "no_forecast":
    case "reached":
    case "project_paused":
      return [];
  }
}

function remedyOf({ kind, id }: ForecastDriver): Remedy {
  switch (kind) {
    case "card":
      return { do: "look_at_card", cardId: id };
    case "person":
      return { do: "relieve", personId: id };
    case "risk":
      return { do: "respond_to_risk", riskId: id };
    case "request":
      return { do: "ask_client", itemId: id };
    case "client":
      return { do: "agree_answer_time", milestoneId: id };
    case "scope":
      return { do: "hold_scope" };
  }
}
