import { coverageTracker } from "./coverage-tracker.ts";
import { estimateStyle, type Outcome } from "./estimate-style.ts";
import { observedTable } from "./observed-table.ts";
import { type EndedForecast, JUDGED_SHARES } from "./rolling-forecast.ts";

/** So many tasks are finished before the first forecast is judged. */
const WARM_UP = 20;
const TWELVE_WEEKS = 84;
const GAIN = 0.01;

/** A finished task of somebody's past; days count from any one day. */
export interface PastTask extends Outcome {
  readonly estimatedOn: number;
  readonly finishedOn: number;
}

/**
 * How well would estimate styles have forecast this past? Goes through the tasks in the order in which they were estimated and forecasts each from those
 * alone that had been finished before that day; in the order of the estimates.
 * @example scoreForecasts(rollTasks(past))
 */
export function rollTasks(past: readonly PastTask[]): EndedForecast[] {
  const byFinish = [...past].sort((a, b) => a.finishedOn - b.finishedOn);
  const byEstimate = [...past].sort((a, b) => a.estimatedOn - b.estimatedOn);
  const tracker = coverageTracker(JUDGED_SHARES, GAIN);
  const named = new Map<PastTask, readonly number[]>();
  const ended: EndedForecast[] = [];
  let finished = 0;
  let style = estimateStyle([]);
  for (const task of byEstimate) {
    const before = finished;
    for (
      let next = byFinish[finished];
      next && next.finishedOn < task.estimatedOn;
      next = byFinish[++finished]
    ) {
      const { actual } = next;
      const forecast = named.get(next);
      if (forecast) tracker.learn(forecast.map((value) => actual <= value));
    }
    const known = byFinish.slice(0, finished);
    if (finished > before) style = estimateStyle(known);
    if (finished < WARM_UP) continue;
    const ratios = style.ratiosNear(task.estimate, task.kind);
    const forecast = tracker.levels.map((level) => task.estimate * ratios.at(level));
    named.set(task, forecast);
    ended.push({
      actual: task.actual,
      forecast,
      bootstrap: plainBootstrap(known, task),
      estimate: task.estimate,
    });
  }
  return ended;
}

/** The ratios of the last twelve weeks, every one as likely as the others; all there are where those weeks are empty. */
function plainBootstrap(known: readonly PastTask[], { estimatedOn, estimate }: PastTask): number[] {
  const recent = known.filter(({ finishedOn }) => finishedOn >= estimatedOn - TWELVE_WEEKS);
  const drawn = recent.length > 0 ? recent : known;
  const table = observedTable(drawn.map((task) => ({ value: task.actual / task.estimate, weight: 1 })));
  return JUDGED_SHARES.map((share) => estimate * table.at(share));
}
