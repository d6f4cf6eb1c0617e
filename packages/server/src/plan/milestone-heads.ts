import type { Scope } from "../access/scope.ts";
import { latestForecasts } from "../forecasts/forecasts.store.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { clientTimes } from "./client-times.store.ts";
import { openItems } from "./client-times.ts";
import { scopeChanges } from "./milestone-heads.store.ts";
import type { MilestoneHeadsView } from "./milestone-heads.view.ts";
import { planHead } from "./plan-head.store.ts";
import { portfolioMilestones } from "./portfolio.store.ts";
import { cardGroups } from "./portfolio-cards.store.ts";
import { projectFigures, untouchedSince } from "./portfolio-figures.ts";
import { presentProgress } from "./project-figures.ts";

/** What the board says above the cards of each milestone, counted without reading the whole plan. */
export async function milestoneHeads(scope: Scope, { id }: ProjectAccess): Promise<MilestoneHeadsView> {
  const work = await workCalendar(scope);
  const rows = await portfolioMilestones(scope, [id]);
  const groups = await cardGroups(scope, [id], untouchedSince(work));
  const forecast = (await latestForecasts(scope, [id])).get(id)?.result ?? null;
  const { pausedAt } = await planHead(scope, id);
  const clientItems = openItems(await clientTimes(scope, { projectIds: [id] }), work.zone);
  const figures = projectFigures(rows, groups, work, { paused: pausedAt !== null, forecast, clientItems });
  const changes = scope.actor.role === "guest" ? null : await scopeChanges(scope, id);
  const changed = new Map(
    changes?.map(({ milestoneId, added, removed }) => [milestoneId, { added, removed }]),
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      reachedOn: row.reachedOn,
      health: figures.health.get(row.id) ?? null,
      forecast: figures.forecasts.get(row.id) ?? null,
      progress: presentProgress(figures.progress.get(row.id)),
      scope: changes && (changed.get(row.id) ?? { added: 0, removed: 0 }),
    })),
  };
}
