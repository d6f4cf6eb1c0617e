import { isOpenMilestone, type Progress, projectHealth } from "@milepost/planning";
import { MilestoneState } from "../milestones/milestones.view.ts";
import type { StatedHealthView } from "../milestones/stated-health.view.ts";
import type { ForecastDatesView, HealthView } from "./plan.view.ts";
import type { PortfolioMilestoneRow } from "./portfolio.store.ts";
import type { PortfolioProjectView, RoadMilestoneView } from "./portfolio.view.ts";
import { presentProgress } from "./project-figures.ts";

interface Figures {
  progress: ReadonlyMap<string, Progress>;
  health: ReadonlyMap<string, HealthView>;
  forecasts: ReadonlyMap<string, ForecastDatesView>;
}

export type RoadRow = Omit<PortfolioMilestoneRow, "touchedOn" | "weight" | "projectId">;

/** The milestones of a road strip. */
export function presentRoad(rows: readonly RoadRow[], key: string, figures: Figures): RoadMilestoneView[] {
  const known = new Set(rows.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id,
    ref: `${key}-M${row.number}`,
    number: row.number,
    title: row.title,
    phase: row.phase,
    parentId: row.parentId !== null && known.has(row.parentId) ? row.parentId : null,
    startOn: row.startOn,
    targetOn: row.targetOn,
    reachedOn: row.reachedOn,
    state: MilestoneState.parse(row.state),
    ownerId: row.ownerId,
    health: figures.health.get(row.id)?.word ?? null,
    below: figures.health.get(row.id)?.below ?? null,
    forecast: figures.forecasts.get(row.id) ?? null,
    progress: presentProgress(figures.progress.get(row.id)),
  }));
}

export function isOpenRow({ state }: Pick<RoadRow, "state">): boolean {
  return isOpenMilestone({ state: MilestoneState.parse(state) });
}

/** The open milestone with the earliest target, an overdue one included. */
export function nextOf(road: readonly RoadMilestoneView[]): RoadMilestoneView | null {
  const dated = road.filter((one) => isOpenMilestone(one) && one.targetOn !== null);
  return (
    dated.sort((a, b) =>
      (a.targetOn ?? "") < (b.targetOn ?? "") ? -1 : a.targetOn === b.targetOn ? 0 : 1,
    )[0] ?? null
  );
}

export function reachedOf(road: readonly RoadMilestoneView[]): { reached: number; count: number } {
  const kept = road.filter(({ state }) => state !== "dropped");
  return { reached: kept.filter(({ state }) => state === "accepted").length, count: kept.length };
}

/** The project's word and the reasons of the milestone behind it. */
export function healthOfProject(
  milestones: readonly { id: string; targetOn: string | null }[],
  health: ReadonlyMap<string, HealthView>,
  today: string,
  stated: ReadonlyMap<string, StatedHealthView> = new Map(),
): PortfolioProjectView["health"] {
  const measured = milestones.flatMap(({ id, targetOn }) => {
    const own = health.get(id);
    return own === undefined ? [] : [{ id, targetOn, health: own }];
  });
  const { word, milestoneId } = projectHealth(measured, today);
  const { below = null, reasons = [] } = health.get(milestoneId ?? "") ?? {};
  return { word, below, milestoneId, reasons: [...reasons], stated: stated.get(milestoneId ?? "") ?? null };
}
