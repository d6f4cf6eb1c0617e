import type { PlanForecast } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { latestForecasts, type StoredForecast } from "../forecasts/forecasts.store.ts";
import { statedHealths } from "../milestones/stated-health.store.ts";
import type { StatedHealthView } from "../milestones/stated-health.view.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { clientTimes } from "./client-times.store.ts";
import { openItems } from "./client-times.ts";
import { projectWarnings } from "./early-warnings.ts";
import type { EarlyWarningView } from "./early-warnings.view.ts";
import {
  type PortfolioMilestoneRow,
  type PortfolioProjectRow,
  portfolioMilestones,
  portfolioProjects,
} from "./portfolio.store.ts";
import { type CardGroup, cardGroups } from "./portfolio-cards.store.ts";
import { projectFigures, untouchedSince } from "./portfolio-figures.ts";
import { type WarningRows, warningRows } from "./warning-facts.ts";

type ProjectHead = Pick<PortfolioProjectRow, "id" | "key" | "state" | "pausedAt">;

/** What is stored of several projects, read in a few statements however many they are. */
export interface GlanceRows {
  work: WorkCalendar;
  milestones: ReadonlyMap<string, PortfolioMilestoneRow[]>;
  cards: ReadonlyMap<string, CardGroup[]>;
  forecasts: ReadonlyMap<string, StoredForecast>;
  warnings: WarningRows;
  stated: ReadonlyMap<string, StatedHealthView>;
}

export async function readGlance(scope: Scope, ids: readonly string[]): Promise<GlanceRows> {
  const work = await workCalendar(scope);
  const times = await clientTimes(scope, { projectIds: ids });
  return {
    work,
    milestones: Map.groupBy(await portfolioMilestones(scope, ids), ({ projectId }) => projectId),
    cards: Map.groupBy(await cardGroups(scope, ids, untouchedSince(work)), ({ projectId }) => projectId),
    forecasts: await latestForecasts(scope, ids),
    warnings: await warningRows(scope, ids, { work, times }),
    stated: await statedHealths(scope, ids, work.today),
  };
}

/** What planning says about one of them. */
export function figuresOfProject({ id, key, state, pausedAt }: ProjectHead, rows: GlanceRows) {
  const { work, warnings } = rows;
  const milestones = rows.milestones.get(id) ?? [];
  const forecast: PlanForecast | null = rows.forecasts.get(id)?.result ?? null;
  const figures = projectFigures(milestones, rows.cards.get(id) ?? [], work, {
    paused: pausedAt !== null,
    forecast,
    clientItems: openItems(warnings.waiting.get(id) ?? [], work.zone),
  });
  const rests = pausedAt !== null || state === "completed";
  const { forecasts, health } = figures;
  return {
    ...figures,
    rows: milestones,
    warnings: projectWarnings({ id, key, rests, milestones, forecasts, health }, warnings, work),
  };
}

/** What will go wrong if nobody acts, in those of these projects that the person may see. Guests, who cannot mend a plan, are told nothing. */
export async function warningsFor(
  scope: Scope,
  projectIds: readonly string[],
): Promise<Map<string, EarlyWarningView[]>> {
  if (scope.actor.role === "guest" || projectIds.length === 0) return new Map();
  const wanted = new Set(projectIds);
  const projects = (await portfolioProjects(scope)).filter(({ id }) => wanted.has(id));
  const rows = await readGlance(
    scope,
    projects.map(({ id }) => id),
  );
  return new Map(projects.map((project) => [project.id, figuresOfProject(project, rows).warnings]));
}
