import {
  type ForecastInput,
  judgedForecast,
  type MilestoneForecast,
  type PlanForecast,
} from "@milepost/planning";
import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { recordFor } from "../events/events.ts";
import type { DueProject } from "../forecasts/due-projects.store.ts";
import { insertForecast, type StoredForecast } from "../forecasts/forecasts.store.ts";
import { keepOutcome, toldOf, unsettled } from "../forecasts/outcomes.store.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { forecastInput } from "./forecast-input.ts";
import { readPlan } from "./read-plan.ts";

/**
 * Makes the project's forecast anew where what it rests on has changed. Reading, drawing and writing are three steps, so that
 * nothing is held while the samples are drawn.
 */
export async function renewForecast(
  services: Services,
  { workspaceId, projectId }: DueProject,
  forecast: (input: ForecastInput) => Promise<PlanForecast>,
): Promise<boolean> {
  const { database, kit } = services;
  const now = kit.clock.now();
  const house = { actor: houseOf(workspaceId), kit, now, requestId: "" };
  await database.inWorkspace(workspaceId, (tx) => lookBack({ tx, ...house }, projectId));
  const asked = await database.inWorkspace(workspaceId, (tx) => askedOf({ tx, ...house }, projectId), {
    readOnly: true,
  });
  if (asked.last?.inputsHash === asked.hash) return false;
  const result = await forecast(asked.input);
  await database.inWorkspace(workspaceId, (tx) => keepForecast({ tx, ...house }, projectId, asked, result));
  return true;
}

/** The forecast of this moment, made in the very transaction: for whoever cannot wait for the one that comes by itself. */
export async function forecastNow(
  scope: Scope,
  projectId: string,
  forecast: (input: ForecastInput) => PlanForecast,
): Promise<void> {
  const asked = await askedOf(scope, projectId);
  await keepForecast(scope, projectId, asked, forecast(asked.input));
}

interface Asked {
  input: ForecastInput;
  last: StoredForecast | null;
  hash: string;
}

async function askedOf(scope: Scope, projectId: string): Promise<Asked> {
  const whole = await readPlan(scope, projectId);
  const input = await forecastInput(scope, whole);
  return { input, last: whole.forecast, hash: sha256(canonicalJson(input)) };
}

async function keepForecast(
  { tx, actor, now }: Scope,
  projectId: string,
  { input, last, hash }: Asked,
  result: PlanForecast,
): Promise<void> {
  const { today, seed } = input;
  const { workspaceId } = actor;
  const made = { workspaceId, id: newId(), projectId, today, seed, inputsHash: hash };
  await insertForecast(tx, { ...made, result, createdAt: now });
  const moved = movedDates(last, result);
  if (moved.length === 0) return;
  const by = { workspaceId, actorId: null, at: now };
  const subject = { kind: "project", id: projectId } as const;
  await recordFor(tx, by, { verb: "forecast.changed", subject, projectId, data: { milestones: moved } });
}

/** What had been said of milestones that have been reached since the last time: later forecasts learn from it. */
async function lookBack(scope: Scope, projectId: string): Promise<void> {
  for (const reached of await unsettled(scope, projectId)) {
    const told = await toldOf(scope, projectId, reached.id);
    await keepOutcome(scope, reached, judgedForecast(told, reached.reachedOn));
  }
}

/** What people would notice: the likely and the safe dates that are others than before. */
function movedDates(last: StoredForecast | null, result: PlanForecast) {
  const before = new Map(milestonesOf(last?.result ?? null).map((one) => [one.id, datesOf(one)]));
  return milestonesOf(result).flatMap((one) => {
    const [from, to] = [before.get(one.id) ?? null, datesOf(one)];
    return from?.p50On === to?.p50On && from?.p80On === to?.p80On ? [] : [{ id: one.id, from, to }];
  });
}

function milestonesOf(forecast: PlanForecast | null): readonly MilestoneForecast[] {
  return forecast?.ok ? forecast.milestones : [];
}

function datesOf(one: MilestoneForecast): { p50On: string; p80On: string } | null {
  return one.state === "forecast" ? { p50On: one.p50On, p80On: one.p80On } : null;
}
