import type { Scope } from "../access/scope.ts";
import { latestForecasts } from "../forecasts/forecasts.store.ts";
import { civilDate } from "../kit/clock.ts";
import type { Kit } from "../kit/context.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { presentCounters } from "./care.view.ts";
import { clientTimes } from "./client-times.store.ts";
import { openItems } from "./client-times.ts";
import {
  type PortfolioProjectRow,
  portfolioFixedDates,
  portfolioMilestones,
  portfolioProjects,
} from "./portfolio.store.ts";
import type { PortfolioProjectView, PortfolioView } from "./portfolio.view.ts";
import { cardGroups } from "./portfolio-cards.store.ts";
import { projectFigures, untouchedSince } from "./portfolio-figures.ts";
import { newsSince } from "./portfolio-news.store.ts";
import { projectSlips } from "./portfolio-slip.ts";
import { projectProgress } from "./project-figures.ts";
import { healthOfProject, nextOf, presentRoad, reachedOf } from "./road.ts";

type Figures = Pick<
  PortfolioProjectView,
  "health" | "progress" | "reached" | "milestones" | "next" | "slip" | "counters" | "openCards" | "fixedDates"
>;

/** Figures that were true under `snapshot` on that day. */
interface Kept {
  snapshot: string;
  today: string;
  figures: ReadonlyMap<string, Figures>;
}

const MOST_READERS = 300;
const keptBy = new WeakMap<Kit, Map<string, Kept>>();

/** All projects at a glance; only those where something happened are counted again. */
export async function readPortfolio(scope: Scope): Promise<PortfolioView> {
  const { actor, kit } = scope;
  const guest = actor.role === "guest";
  const reader = `${actor.workspaceId} ${guest ? actor.personId : "team"}`;
  const kept = keptOf(kit).get(reader) ?? null;
  const { zone, snapshot, changed } = await newsSince(scope, kept?.snapshot ?? null);
  const today = civilDate(scope.now, zone);
  const projects = await portfolioProjects(scope);
  const still = new Map(changed && kept?.today === today ? kept.figures : []);
  for (const id of changed ?? []) still.delete(id);
  const fresh = await countProjects(
    scope,
    projects.filter(({ id }) => !still.has(id)),
  );
  const figures = new Map([...still, ...fresh]);
  keep(kit, reader, { snapshot, today, figures });
  const shown = projects.flatMap((row) => {
    const own = figures.get(row.id);
    return own ? [presentProject(guest ? { ...row, clientId: null } : row, own)] : [];
  });
  return { today, projects: shown, totals: totalsOf(shown) };
}

/** The figures of these projects in a few statements, however many they are. */
async function countProjects(
  scope: Scope,
  projects: readonly PortfolioProjectRow[],
): Promise<Map<string, Figures>> {
  if (projects.length === 0) return new Map();
  const work = await workCalendar(scope);
  const ids = projects.map(({ id }) => id);
  const milestones = Map.groupBy(await portfolioMilestones(scope, ids), ({ projectId }) => projectId);
  const fixed = Map.groupBy(await portfolioFixedDates(scope, ids), ({ projectId }) => projectId);
  const groups = Map.groupBy(
    await cardGroups(scope, ids, untouchedSince(work)),
    ({ projectId }) => projectId,
  );
  const forecasts = await latestForecasts(scope, ids);
  const waiting = Map.groupBy(
    openItems(await clientTimes(scope, { projectIds: ids }), work.zone),
    ({ projectId }) => projectId,
  );
  const slips = await projectSlips(scope, ids, milestones, work);
  return new Map(
    projects.map(({ id, key, pausedAt }) => {
      const rows = milestones.get(id) ?? [];
      const paused = pausedAt !== null;
      const forecast = forecasts.get(id)?.result ?? null;
      const counted = projectFigures(rows, groups.get(id) ?? [], work, {
        paused,
        forecast,
        clientItems: waiting.get(id) ?? [],
      });
      const road = presentRoad(rows, key, counted);
      const figures: Figures = {
        health: healthOfProject(counted.milestones, counted.health, work.today),
        progress: projectProgress(counted.milestones, counted.progress),
        reached: reachedOf(road),
        milestones: road,
        next: nextOf(road),
        slip: slips.get(id) ?? null,
        counters: presentCounters((counter) => counted.counts[counter]),
        openCards: counted.openCards,
        fixedDates: (fixed.get(id) ?? []).map(({ projectId: _, ...date }) => date),
      };
      return [id, figures];
    }),
  );
}

function presentProject(
  { clientId, clientName, leadId, leadName, pausedAt, ...project }: PortfolioProjectRow,
  figures: Figures,
): PortfolioProjectView {
  return {
    ...project,
    pausedAt: pausedAt?.toISOString() ?? null,
    client: clientId === null ? null : { id: clientId, name: clientName ?? "" },
    lead: leadId === null ? null : { id: leadId, name: leadName ?? "" },
    ...figures,
  };
}

function keptOf(kit: Kit): Map<string, Kept> {
  const known = keptBy.get(kit) ?? new Map<string, Kept>();
  keptBy.set(kit, known);
  return known;
}

/** Whoever has not looked for longest is forgotten first. */
function keep(kit: Kit, reader: string, kept: Kept): void {
  const all = keptOf(kit);
  all.delete(reader);
  all.set(reader, kept);
  const [oldest] = all.keys();
  if (all.size > MOST_READERS && oldest !== undefined) all.delete(oldest);
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
