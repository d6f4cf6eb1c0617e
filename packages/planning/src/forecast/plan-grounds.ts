import type { Levelled } from "../levelling/level-work.ts";
import { blendTables } from "./blend.ts";
import { type DurationTable, tableOf } from "./duration-table.ts";
import { type ForecastRecord, recordOf } from "./forecast-record.ts";
import { type Pace, paceOf } from "./pace.ts";
import { paceFinishes } from "./pace-finishes.ts";
import { ascendingInts, percentile } from "./percentiles.ts";
import type { PlanDraws } from "./plan-draws.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import type { PlanOutcomes } from "./plan-outcomes.ts";

/** Beyond so many minutes nobody counts. */
const NEVER = 0x7fffffff;

/** What the dates rest on, beside the plan itself. */
export interface SimulationGrounds {
  readonly pace: Pace | null;
  readonly record: ForecastRecord;
  /** By open milestone, in the plan's order: finishes as the estimates alone have them. */
  readonly byEstimates: readonly Int32Array[];
  /** The same by pace alone; `null` without a pace, or where a milestone holds no open card. */
  readonly byPace: readonly (Int32Array | null)[];
}

/**
 * Puts the pace beside the estimates and blends and corrects as past forecasts teach. Every future keeps its rank, so that what is late together stays late
 * together; without a record the outcomes stay as they are.
 */
export function groundOutcomes(
  input: ForecastInput,
  levelled: Levelled,
  draws: PlanDraws,
  outcomes: PlanOutcomes,
): { outcomes: PlanOutcomes; grounds: SimulationGrounds } {
  const { plan, today, seed, samples, history } = input;
  const record = recordOf(history.ended);
  const pace = paceOf(history.finishedOn, plan.calendar, today, { seed, samples });
  const paced = pace === null ? null : paceFinishes(input, levelled, draws, pace);
  const byPace = outcomes.finishes.map((_, i) => paced?.finishes[i] ?? null);
  const grounds = { pace, record, byEstimates: outcomes.finishes, byPace };
  if (record.levelOf === null && (record.paceShare === 0 || pace === null)) return { outcomes, grounds };
  return {
    grounds,
    outcomes: {
      ...outcomes,
      finishes: outcomes.finishes.map((own, i) => grounded(own, byPace[i] ?? null, record)),
      end: grounded(outcomes.end, paced?.end ?? null, record),
    },
  };
}

function grounded(own: Int32Array, pace: Int32Array | null, record: ForecastRecord): Int32Array {
  if (own.some((finish) => finish >= NEVER)) return own;
  const { levelOf } = record;
  const share = pace === null ? 0 : record.paceShare;
  if (share === 0 && levelOf === null) return own;
  const table = pace === null ? tableBy(own) : blendTables([tableBy(own), tableBy(pace)], [1 - share, share]);
  const ranked = [...own.keys()].sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0) || a - b);
  const values = new Int32Array(own.length);
  ranked.forEach((sample, rank) => {
    const p = (rank + 0.5) / own.length;
    values[sample] = Math.max(0, Math.round(table.at(levelOf === null ? p : levelOf(p))));
  });
  return values;
}

function tableBy(finishes: Int32Array): DurationTable {
  const ascending = ascendingInts(finishes);
  return tableOf((p) => percentile(ascending, p));
}
