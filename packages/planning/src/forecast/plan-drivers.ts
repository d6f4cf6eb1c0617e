import { MINUTES_PER_DAY } from "../calendar/civil-date.ts";
import { compareText } from "../schedule/graph.ts";
import type { Factor } from "./plan-draws.ts";
import type { ForecastDriver } from "./plan-forecast.ts";

const MOST_DRIVERS = 5;
/** Of so many that lie on the way most often it is counted how much they matter. */
const CANDIDATES = 24;
/** What explains less of the uncertainty is not worth a word. */
const LEAST_SHARE = 0.005;
/** Mean of the highest fifth of a normal distribution, in standard deviations. */
const WORST_FIFTH = 1.4;

/**
 * What makes a milestone late or uncertain: of all that lay on the way to it in some future, what its finish goes along with most. The
 * share is the squared correlation.
 */
export function driversOf(
  milestoneId: string,
  finishes: Int32Array,
  hits: Int32Array,
  factors: readonly Factor[],
): ForecastDriver[] {
  const finish = momentsOf(finishes);
  if (finish.spread === 0) return [];
  return mostOnTheWay(factors, hits)
    .map((factor) => driverOf(milestoneId, factor, finishes, finish))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || compareText(a.kind, b.kind) || compareText(a.id, b.id))
    .slice(0, MOST_DRIVERS);
}

function mostOnTheWay(factors: readonly Factor[], hits: Int32Array): Factor[] {
  return factors
    .map((factor) => ({ factor, on: factor.nodes.reduce((sum, node) => sum + (hits[node] ?? 0), 0) }))
    .filter(({ on }) => on > 0)
    .sort(
      (a, b) =>
        b.on - a.on || compareText(a.factor.kind, b.factor.kind) || compareText(a.factor.id, b.factor.id),
    )
    .slice(0, CANDIDATES)
    .map(({ factor }) => factor);
}

function driverOf(
  milestoneId: string,
  { kind, id, values, minutesADay }: Factor,
  finishes: Int32Array,
  finish: Moments,
): ForecastDriver {
  const own = momentsOf(values);
  let together = 0;
  for (let i = 0; i < values.length; i++) {
    together += ((values[i] ?? 0) - own.mean) * ((finishes[i] ?? 0) - finish.mean);
  }
  const correlation =
    own.spread === 0 ? 0 : Math.max(0, together / values.length / (own.spread * finish.spread));
  const withIt = (correlation * finish.spread * WORST_FIFTH) / MINUTES_PER_DAY;
  // Cards of one person share some luck: what goes along with a card is not all of its making.
  const itself = minutesADay ? (own.spread * WORST_FIFTH) / minutesADay : withIt;
  const days = Math.min(withIt, itself);
  return {
    kind,
    id: kind === "scope" ? milestoneId : id,
    share: Math.round(correlation * correlation * 1000) / 1000,
    days: Math.round(days * 10) / 10,
  };
}

interface Moments {
  readonly mean: number;
  /** Standard deviation. */
  readonly spread: number;
}

function momentsOf(values: ArrayLike<number>): Moments {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const off = (values[i] ?? 0) - mean;
    squares += off * off;
  }
  return { mean, spread: Math.sqrt(squares / values.length) };
}
