import { daysBetween } from "../calendar/civil-date.ts";
import type { Levelled } from "../levelling/level-work.ts";
import type { CivilDate } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { milestoneOdds } from "./plan-simulation.ts";
import { type ReasonFacts, withoutReasons } from "./plan-what-if.ts";

/** What keeps a date from being earlier; `days` = calendar days that it costs. */
export type PromiseReason = ReasonFacts & { readonly days: number };

interface Promised {
  readonly milestoneId: string;
  readonly share: number;
  readonly on: CivilDate;
  /** By node, how often it lay on the way. */
  readonly hits: Int32Array;
}

/** More futures than these are not worth the wait when a dozen questions are asked. */
const MOST_SAMPLES = 500;

/** Takes away one thing after another that could hold the date and looks how much earlier it gets. */
export function promiseReasons(
  input: ForecastInput,
  levelled: Levelled,
  { milestoneId, share, on, hits }: Promised,
): PromiseReason[] {
  const quick = { ...input, samples: Math.min(input.samples, MOST_SAMPLES) };
  const before = quick.samples === input.samples ? on : dateIn(quick, milestoneId, share);
  const reasons = withoutReasons(quick, levelled, milestoneId, hits, on).map(({ reason, without }) => {
    const after = dateIn(without, milestoneId, share);
    return { ...reason, days: after === null || before === null ? 0 : daysBetween(after, before) };
  });
  return reasons
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || compareText(JSON.stringify(a), JSON.stringify(b)));
}

function dateIn(input: ForecastInput, milestoneId: string, share: number): CivilDate | null {
  return milestoneOdds(input, milestoneId)?.dateAt(share) ?? null;
}
