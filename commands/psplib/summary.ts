import type { RcpspProgress } from "@milepost/planning";

export interface Result {
  readonly instance: string;
  readonly progress: RcpspProgress;
  readonly seconds: number;
  /** Without the time in which other programs had the processor. */
  readonly cpuSeconds: number;
  readonly criticalPath: number;
  readonly bestKnown?: number;
}

interface Run {
  readonly refused: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly drawsPerSecond: number;
}

/** What the command prints; means in %, `null` where there is nothing to take one of. */
export function summaryOf(results: readonly Result[], { refused, seed, drawsPerSecond }: Run) {
  const known = results.flatMap((result) =>
    result.bestKnown === undefined ? [] : [{ ...result, bestKnown: result.bestKnown }],
  );
  const decodes = sum(results.map(({ progress }) => progress.schedules));
  const seconds = sum(results.map((result) => result.seconds));
  const cpuSeconds = sum(results.map((result) => result.cpuSeconds));
  const decodesPerSecond = decodes / cpuSeconds;
  return {
    count: results.length,
    deviationFromCriticalPath: mean(
      results.map(({ progress, criticalPath }) => percentOver(progress.makespan, criticalPath)),
    ),
    deviationFromBestKnown: mean(
      known.map(({ progress, bestKnown }) => percentOver(progress.makespan, bestKnown)),
    ),
    withBestKnown: known.length,
    belowBestKnown: known.filter(({ progress, bestKnown }) => progress.makespan < bestKnown).length,
    provedOptimal: results.filter(({ progress }) => progress.proved).length,
    decodes: Math.round(decodes),
    decodesPerSecond: whole(decodesPerSecond),
    drawsPerSecond: whole(drawsPerSecond),
    drawsPerDecode: whole(drawsPerSecond / decodesPerSecond),
    seconds: toMilliseconds(seconds),
    cpuSeconds: toMilliseconds(cpuSeconds),
    seed,
    refused,
  };
}

function percentOver(value: number, base: number): number {
  return (100 * (value - base)) / base;
}

/** To four decimals. */
function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round((sum(values) / values.length) * 10_000) / 10_000;
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function whole(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value) : null;
}
