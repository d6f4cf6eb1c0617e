import { type DurationTable, tableOf } from "./duration-table.ts";
import { exponential, naturalLog } from "./elementary.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** Spread of the logarithm up to the P80 and from there on, so that P80 is 1.45 and P95 is 3.0. */
const SAFE = normalQuantile(0.8);
const BODY = naturalLog(1.45) / SAFE;
const TAIL = (naturalLog(3) - naturalLog(1.45)) / (normalQuantile(0.95) - SAFE);

/**
 * How actual compares with estimate for somebody of whom nothing is known: half take at most the estimate, 8 of 10 at most 1.45 times as long,
 * 19 of 20 at most three times as long. Lognormal, with a heavier tail above the P80.
 *
 * Source: two independent histories of finished tasks, the SiP data set (D. Jones and S. Cullum, arXiv 1901.01621) and the tasks of one developer.
 */
export const POPULATION_SPREAD: DurationTable = tableOf((p) => {
  const z = normalQuantile(p);
  return exponential(BODY * Math.min(z, SAFE) + TAIL * Math.max(z - SAFE, 0));
});
