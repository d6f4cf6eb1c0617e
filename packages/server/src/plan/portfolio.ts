import type { Scope } from "../access/scope.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { presentCounters } from "./care.view.ts";
import {
  type PortfolioMilestoneRow,
  type PortfolioProjectRow,
  portfolioMilestones,
  portfolioProjects,
} from "./portfolio.store.ts";
import type { PortfolioProjectView, PortfolioView } from "./portfolio.view.ts";
import { cardGroups } from "./portfolio-cards.store.ts";
import { type ProjectFigures, projectFigures, untouchedSince } from "./portfolio-figures.ts";
import { projectProgress } from "./project-figures.ts";
import { healthOfProject, nextOf, presentRoad, reachedOf } from "./road.ts";

/** All projects at a glance: the same four statements, however many there are. */
export async function readPortfolio(scope: Scope): Promise<PortfolioView> {
  const work = await workCalendar(scope);
  const projects = await portfolioProjects(scope);
  const ids = projects.map(({ id }) => id);
  const milestones = Map.groupBy(await portfolioMilestones(scope, ids), ({ projectId }) => projectId);
  const groups = Map.groupBy(
    await cardGroups(scope, ids, untouchedSince(work)),
    ({ projectId }) => projectId,
  );
  const guest = scope.actor.role === "guest";
  const shown = projects.map((project) => {
    const rows = milestones.get(project.id) ?? [];
    const figures = projectFigures(rows, groups.get(project.id) ?? [], work, project.pausedAt !== null);
    return presentProject(guest ? { ...project, clientId: null } : project, rows, figures, work);
  });
  return { today: work.today, projects: shown, totals: totalsOf(shown) };
}

function presentProject(
  { clientId, clientName, leadId, leadName, pausedAt, ...project }: PortfolioProjectRow,
  rows: readonly PortfolioMilestoneRow[],
  figures: ProjectFigures,
  { today }: WorkCalendar,
): PortfolioProjectView {
  const road = presentRoad(rows, project.key, figures);
  return {
    ...project,
    pausedAt: pausedAt?.toISOString() ?? null,
    client: clientId === null ? null : { id: clientId, name: clientName ?? "" },
    lead: leadId === null ? null : { id: leadId, name: leadName ?? "" },
    health: healthOfProject(figures.milestones, figures.health, today),
    progress: projectProgress(figures.milestones, figures.progress),
    reached: reachedOf(road),
    milestones: road,
    next: nextOf(road),
    counters: presentCounters((counter) => figures.counts[counter]),
    openCards: figures.openCards,
  };
}

function totalsOf(projects: readonly PortfolioProjectView[]): PortfolioView["totals"] {
  const count = (word: string) => projects.filter(({ health }) => health.word === word).length;
  const sum = (value: (project: PortfolioProjectView) => number) =>
    projects.reduce((total, project) => total + value(project), 0);
  return {
    projects: projects.length,
    openCards: sum(({ openCards }) => openCards),
    counters: {
      overdue: sum(({ counters }) => counters.overdue),
      dueThisWeek: sum(({ counters }) => counters.dueThisWeek),
      withoutOwner: sum(({ counters }) => counters.withoutOwner),
      withoutDate: sum(({ counters }) => counters.withoutDate),
      withoutMilestone: sum(({ counters }) => counters.withoutMilestone),
      milestoneWithoutCards: sum(({ counters }) => counters.milestoneWithoutCards),
      blocked: sum(({ counters }) => counters.blocked),
      untouched: sum(({ counters }) => counters.untouched),
    },
    health: {
      reached: count("reached"),
      paused: count("paused"),
      off_track: count("off_track"),
      waiting_for_client: count("waiting_for_client"),
      not_enough_data: count("not_enough_data"),
      at_risk: count("at_risk"),
      on_track: count("on_track"),
    },
  };
}
