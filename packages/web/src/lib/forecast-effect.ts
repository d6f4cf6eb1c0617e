import {
  type ForecastInput,
  forecastPlan,
  LIVE_SAMPLES,
  type PlanForecast,
  type Plan as PlanModel,
  type WindowMove,
  type Workload,
  workload,
} from "@milepost/planning";
import { shortDay } from "./dates.ts";
import { percentText } from "./forecast-words.ts";
import type { Plan } from "./plan-query.ts";

/** The forecast as the plan is, drawn once; what is tried out is compared with it, draw by draw. */
export interface ForecastTrial {
  input: ForecastInput;
  chances: ReadonlyMap<string, number>;
  load: Workload;
  names: ReadonlyMap<string, string>;
}

const WEEKS = 26;
const HOUR = 60;
const MOST_CHANCES = 3;

export function forecastTrial(basis: ForecastInput, names: ReadonlyMap<string, string>): ForecastTrial {
  const input = { ...basis, samples: LIVE_SAMPLES };
  return { input, names, chances: chancesOf(forecastPlan(input)), load: loadOf(input, input.plan) };
}

/** What new windows would do to the chances of all dates and to the weeks of the people, in words. */
export function forecastSentences(trial: ForecastTrial, plan: Plan, moves: readonly WindowMove[]): string[] {
  const moved = withMoves(trial.input.plan, moves);
  const after = chancesOf(forecastPlan({ ...trial.input, plan: moved }));
  return [...chanceSentences(trial, plan, after), ...overSentences(trial, loadOf(trial.input, moved))];
}

function withMoves(plan: PlanModel, moves: readonly WindowMove[]): PlanModel {
  const byId = new Map(moves.map(({ milestoneId, to }) => [milestoneId, to]));
  return { ...plan, milestones: plan.milestones.map((one) => ({ ...one, ...byId.get(one.id) })) };
}

function chancesOf(forecast: PlanForecast): Map<string, number> {
  return new Map(
    forecast.ok
      ? forecast.milestones.flatMap((one) =>
          one.state === "forecast" && one.chance !== null ? [[one.id, one.chance]] : [],
        )
      : [],
  );
}

/** Those that change most first. */
function chanceSentences(
  { chances }: ForecastTrial,
  plan: Plan,
  after: ReadonlyMap<string, number>,
): string[] {
  const changes = plan.milestones.flatMap(({ id, number }) => {
    const [was, is] = [chances.get(id), after.get(id)];
    if (was === undefined || is === undefined || percentText(was) === percentText(is)) return [];
    return [{ number, was, is, by: Math.abs(is - was) }];
  });
  return changes
    .toSorted((a, b) => b.by - a.by || a.number - b.number)
    .slice(0, MOST_CHANCES)
    .map(({ number, was, is }) => `chance of M${number} ${percentText(was)} → ${percentText(is)}`);
}

function loadOf({ today }: ForecastInput, plan: PlanModel): Workload {
  return workload([plan], plan.people, today, WEEKS);
}

/** Who would be overbooked by more than now, and in which week most. */
function overSentences({ load, names }: ForecastTrial, after: Workload): string[] {
  return after.people.flatMap(({ id, cells }, person) => {
    const before = load.people[person]?.cells ?? [];
    const more = cells
      .map(({ weekOn, over }, week) => ({ weekOn, over, more: over - (before[week]?.over ?? 0) }))
      .filter((cell) => cell.more >= HOUR)
      .toSorted((a, b) => b.more - a.more)[0];
    if (!more) return [];
    const hours = Math.round(more.over / HOUR);
    return [`${names.get(id) ?? "somebody"} over by ${hours} h in the week of ${shortDay(more.weekOn)}`];
  });
}
