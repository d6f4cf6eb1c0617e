import { isManager } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import type { Kit } from "../kit/context.ts";
import { projectRole } from "../projects/project-access.store.ts";
import { presentCounters } from "./care.view.ts";
import { figuresOfProject, type GlanceRows, readGlance } from "./glance.ts";
import { type PortfolioProjectRow, portfolioFixedDates, portfolioProjects } from "./portfolio.store.ts";
import type { PortfolioProjectView, PortfolioView } from "./portfolio.view.ts";
import { newsSince } from "./portfolio-news.store.ts";
import { keptOfProject, type SlipRows, slipOfProject, slipRows } from "./portfolio-slip.ts";
import { projectProgress } from "./project-figures.ts";
import { healthOfProject, isOpenRow, nextOf, presentRoad, reachedOf } from "./road.ts";

type Figures = Omit<
  PortfolioProjectView,
  keyof Omit<PortfolioProjectRow, "myRole"> | "client" | "lead" | "manages"
>;

/** Figures that were true under `snapshot` on that day. */
interface Kept {
  snapshot: string;
  today: string;
  figures: ReadonlyMap<string, Figures>;
}

const MOST_READERS = 300;
/** Of one project so many warnings are told among all others. */
const STRONGEST = 3;
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
  const whole = new Map([...figures].filter(([, { failed }]) => !failed));
  keep(kit, reader, { snapshot, today, figures: whole });
  const shown = projects.flatMap((row) => {
    const own = figures.get(row.id);
    return own ? [presentProject(scope, guest ? { ...row, clientId: null } : row, own)] : [];
  });
  return { today, projects: shown, totals: totalsOf(shown) };
}

/** The figures of these projects in a few statements, however many they are. */
async function countProjects(
  scope: Scope,
  projects: readonly PortfolioProjectRow[],
): Promise<Map<string, Figures>> {
  if (projects.length === 0) return new Map();
  const ids = projects.map(({ id }) => id);
  const rows = await readGlance(scope, ids);
  const fixed = Map.groupBy(await portfolioFixedDates(scope, ids), ({ projectId }) => projectId);
  const slips = await slipRows(scope, ids, rows.work.today);
  const told = scope.actor.role === "guest" ? 0 : STRONGEST;
  return new Map(
    projects.map((project) => {
      const fixedDates = (fixed.get(project.id) ?? []).map(({ projectId: _, ...date }) => date);
      try {
        return [project.id, { ...figuresAtGlance(project, rows, slips, told), fixedDates }];
      } catch (err) {
        // One plan that cannot be counted must not hide all others.
        scope.kit.log.error(
          { err, projectId: project.id },
          "a project of the portfolio could not be counted",
        );
        return [project.id, { ...NOT_COUNTED, fixedDates }];
      }
    }),
  );
}

function figuresAtGlance(
  project: PortfolioProjectRow,
  rows: GlanceRows,
  { baselines, weekly }: SlipRows,
  told: number,
): Omit<Figures, "fixedDates"> {
  const { id, key } = project;
  const counted = figuresOfProject(project, rows);
  const road = presentRoad(counted.rows, key, counted);
  const dates = baselines.get(id);
  const waits = project.pausedAt === null && project.state !== "completed" && counted.rows.some(isOpenRow);
  return {
    failed: false,
    health: healthOfProject(counted.milestones, counted.health, rows.work.today, rows.stated),
    progress: projectProgress(counted.milestones, counted.progress),
    reached: reachedOf(road),
    kept: keptOfProject(dates, counted.rows),
    milestones: road,
    next: nextOf(road),
    slip: slipOfProject(dates, counted.rows, weekly, rows.work),
    counters: presentCounters((counter) => counted.counts[counter]),
    openCards: counted.openCards,
    warnings: {
      count: told === 0 ? 0 : counted.warnings.length,
      strongest: counted.warnings.slice(0, told),
    },
    decisionsWaiting: (rows.warnings.waiting.get(id) ?? []).filter(({ kind }) => kind === "approval").length,
    silentDays: waits ? (rows.warnings.reviews.get(id)?.silentDays ?? null) : null,
  };
}

/** What stands in the row of a project that could not be counted. */
const NOT_COUNTED: Omit<Figures, "fixedDates"> = {
  failed: true,
  health: { word: "not_enough_data", below: null, milestoneId: null, reasons: [], stated: null },
  progress: { done: 0, total: 0, doneCount: 0, count: 0, percent: 0 },
  reached: { reached: 0, count: 0 },
  kept: null,
  milestones: [],
  next: null,
  slip: null,
  counters: presentCounters(() => 0),
  openCards: 0,
  warnings: { count: 0, strongest: [] },
  decisionsWaiting: 0,
  silentDays: null,
};

function presentProject(
  { actor }: Scope,
  { clientId, clientName, leadId, leadName, myRole, pausedAt, ...project }: PortfolioProjectRow,
  figures: Figures,
): PortfolioProjectView {
  const role = projectRole(actor, { leadId, role: myRole });
  return {
    ...project,
    manages: isManager(actor, { project: { id: project.id, role, seesMoney: false } }),
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

/** Work goes on there: neither paused nor completed. */
function isLive({ state, pausedAt }: PortfolioProjectView): boolean {
  return pausedAt === null && state !== "completed";
}

function totalsOf(projects: readonly PortfolioProjectView[]): PortfolioView["totals"] {
  const count = (word: string) => projects.filter(({ health }) => health.word === word).length;
  const sum = (value: (project: PortfolioProjectView) => number) =>
    projects.reduce((total, project) => total + value(project), 0);
  return {
    projects: projects.length,
    live: projects.filter(isLive).length,
    silent: projects.filter(({ silentDays }) => silentDays !== null).length,
    decisionsWaiting: sum(({ decisionsWaiting }) => decisionsWaiting),
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
