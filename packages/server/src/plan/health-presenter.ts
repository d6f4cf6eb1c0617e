import {
  clientItemsOf,
  type MilestoneForecast,
  type PlanClientItem,
  type PlanForecast,
  type PlanMilestone,
  type WhyReason,
  whyHealth,
} from "@milepost/planning";
import type { HealthView } from "./plan.view.ts";

interface Measured {
  readonly milestones: readonly Pick<PlanMilestone, "id" | "state" | "targetOn" | "parentId">[];
  readonly cards: readonly { milestoneId: string | null; likely: number | null }[];
  readonly clientItems?: readonly PlanClientItem[];
}

interface Behind {
  today: string;
  paused: boolean;
  /** Without one no milestone is called on track. */
  forecast: PlanForecast | null;
  /** What cards, risks, people and milestones are called; a reason about anything else is not given. */
  names: ReadonlyMap<string, string>;
}

/** The word of every milestone that is not dropped, with its three strongest reasons. */
export function healthOfAll(
  { milestones, cards, clientItems = [] }: Measured,
  { today, paused, forecast, names }: Behind,
): Map<string, HealthView> {
  const estimated = estimatedCards(milestones, cards);
  const forecasts = forecastsOf(forecast);
  const words = new Map<string, HealthView>();
  for (const { id, state, targetOn } of milestones) {
    if (state === "dropped") continue;
    const dates = forecasts.get(id);
    const drivers = dates?.state === "forecast" ? dates.drivers : [];
    const waiting = clientItemsOf(clientItems, id, drivers, today);
    const facts = { state, targetOn, projectPaused: paused, clientItems: waiting };
    const estimatedCards = estimated.get(id) ?? 0;
    const { word, below, why } = whyHealth({ ...facts, estimatedCards }, dates, today);
    words.set(id, { word, below, reasons: why.flatMap((reason) => reasonOf(reason, names)) });
  }
  return words;
}

function forecastsOf(forecast: PlanForecast | null): Map<string, MilestoneForecast> {
  return new Map(forecast?.ok ? forecast.milestones.map((one) => [one.id, one]) : []);
}

function reasonOf({ because }: WhyReason, names: ReadonlyMap<string, string>): HealthView["reasons"] {
  if (because.code === "client_item") {
    const name = names.get(because.id);
    return [{ ...because, ...(name === undefined ? {} : { name }) }];
  }
  if (because.code !== "driver") return [{ ...because }];
  const { code, kind, id, days } = because;
  const name = names.get(id);
  return name === undefined ? [] : [{ code, kind, id, days: Math.round(days), name }];
}

/** A phase counts the cards of its minor milestones too. */
function estimatedCards(
  milestones: readonly { id: string; parentId: string | null }[],
  cards: readonly { milestoneId: string | null; likely: number | null }[],
): Map<string, number> {
  const parents = new Map(milestones.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<string, number>();
  for (const { milestoneId, likely } of cards) {
    const seen = new Set<string>();
    for (let at = likely === null ? null : milestoneId; at !== null && !seen.has(at); ) {
      seen.add(at);
      counts.set(at, (counts.get(at) ?? 0) + 1);
      at = parents.get(at) ?? null;
    }
  }
  return counts;
}
