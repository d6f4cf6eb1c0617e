import { readFileSync } from "node:fs";
import {
  type EndedForecast,
  type ForecastScore,
  rollSlips,
  rollTasks,
  rollThroughput,
  scoreForecasts,
} from "@milepost/planning";
import { type HistoryOf, type Refusal, readDoneDays, readSlips, readTasks } from "./history.ts";
import type { History, Options } from "./options.ts";

export interface Summary {
  readonly history: History;
  readonly rows: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly forecasts: number;
  readonly shares: readonly string[];
  /** All forecasts, and the later half of them alone. */
  readonly all: ForecastScore | null;
  readonly laterHalf: ForecastScore | null;
  /** All forecasts with every loss divided by the estimate, so that long ones do not outweigh short ones; where there is one. */
  readonly perEstimate: ForecastScore | null;
  /** Throughput: the same for each number of items ahead. */
  readonly bySize?: Readonly<Record<string, { all: ForecastScore | null; laterHalf: ForecastScore | null }>>;
  readonly seed?: number;
}

/** Forecasts a history from its own past, step by step, and scores what came of it. */
export function calibrate(options: Options): { summary: Summary; refusals: readonly Refusal[] } {
  const text = readFileSync(options.file, "utf8");
  if (options.history === "tasks") return one(options, readTasks(text), rollTasks);
  if (options.history === "milestones") return one(options, readSlips(text), rollSlips);
  const history = readDoneDays(text);
  const { sizes, seed } = options;
  const rolled = rollThroughput({ doneOn: history.entries, sizes, seed });
  const later = rolled.flatMap(({ ended }) => laterHalf(ended));
  const bySize = Object.fromEntries(
    rolled.map(({ size, ended }) => [
      String(size),
      { all: scoreForecasts(ended), laterHalf: scoreForecasts(laterHalf(ended)) },
    ]),
  );
  const ended = rolled.flatMap((result) => result.ended);
  return {
    summary: { ...summaryOf(options, history, ended, later), bySize, seed },
    refusals: history.refusals,
  };
}

function one<Entry>(
  options: Options,
  history: HistoryOf<Entry>,
  roll: (entries: readonly Entry[]) => EndedForecast[],
): { summary: Summary; refusals: readonly Refusal[] } {
  const ended = roll(history.entries);
  return { summary: summaryOf(options, history, ended, laterHalf(ended)), refusals: history.refusals };
}

function summaryOf(
  { history }: Options,
  { entries, refusals }: HistoryOf<unknown>,
  ended: readonly EndedForecast[],
  later: readonly EndedForecast[],
): Summary {
  return {
    history,
    rows: entries.length + refusals.length,
    refused: Object.fromEntries(
      Object.entries(Object.groupBy(refusals, ({ reason }) => reason)).map(([reason, some]) => [
        reason,
        some?.length ?? 0,
      ]),
    ),
    forecasts: ended.length,
    shares: ["P50", "P80", "P95"],
    all: scoreForecasts(ended),
    laterHalf: scoreForecasts(later),
    perEstimate: scoreForecasts(ended.filter(({ estimate }) => estimate > 0).map(perEstimate)),
  };
}

function perEstimate({ actual, forecast, bootstrap, estimate }: EndedForecast): EndedForecast {
  const share = (value: number) => value / estimate;
  return {
    actual: share(actual),
    forecast: forecast.map(share),
    bootstrap: bootstrap.map(share),
    estimate: 1,
  };
}

function laterHalf(ended: readonly EndedForecast[]): readonly EndedForecast[] {
  return ended.slice(ended.length >> 1);
}
