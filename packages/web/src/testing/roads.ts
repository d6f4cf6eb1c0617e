import type { Shape } from "../lib/api.ts";
import { acme, amara } from "./people.ts";

const NONE = {
  overdue: 0,
  dueThisWeek: 0,
  withoutOwner: 0,
  withoutDate: 0,
  withoutMilestone: 0,
  milestoneWithoutCards: 0,
  blocked: 0,
  untouched: 0,
};

const progress = { done: 0, total: 4, doneCount: 0, count: 4, percent: 0 };

export function stone(title: string, targetOn: string | null, more: Partial<Shape<"RoadMilestone">> = {}) {
  const base: Shape<"RoadMilestone"> = {
    id: title,
    ref: "ACME-M1",
    number: 1,
    title,
    phase: false,
    parentId: null,
    startOn: null,
    targetOn,
    reachedOn: null,
    state: "active",
    ownerId: amara.person.id,
    health: "on_track",
    below: null,
    forecast: null,
    progress,
  };
  return { ...base, ...more };
}

export function road(name: string, more: Partial<Shape<"PortfolioProject">> = {}): Shape<"PortfolioProject"> {
  return {
    id: name,
    key: name.slice(0, 4).toUpperCase(),
    name,
    client: null,
    lead: null,
    state: "active",
    pausedAt: null,
    startOn: null,
    dueOn: null,
    health: { word: "on_track", below: null, milestoneId: null, stated: null, reasons: [] },
    progress,
    reached: { reached: 0, count: 0 },
    kept: null,
    milestones: [],
    next: null,
    slip: null,
    counters: NONE,
    openCards: 0,
    warnings: { count: 0, strongest: [] },
    decisionsWaiting: 0,
    silentDays: null,
    failed: false,
    manages: true,
    fixedDates: [],
    ...more,
  };
}

export function portfolio(projects: Shape<"PortfolioProject">[]) {
  return {
    today: "2026-06-01",
    projects,
    totals: {
      projects: projects.length,
      live: projects.length,
      silent: projects.filter(({ silentDays }) => silentDays !== null).length,
      decisionsWaiting: projects.reduce((sum, { decisionsWaiting }) => sum + decisionsWaiting, 0),
      openCards: 0,
      counters: NONE,
      health: {},
    },
  };
}

/** Amara leads the Acme site; its road as the overview tells it. */
export function overview(more: Partial<Shape<"Overview">> = {}): Shape<"Overview"> {
  const { id, key, name, outcome, scopeIn, scopeOut, state, startOn, dueOn, currency } = acme;
  return {
    project: {
      id,
      key,
      name,
      outcome,
      scopeIn,
      scopeOut,
      state,
      pausedAt: null,
      archivedAt: null,
      startOn,
      dueOn,
      currency,
      clientApproval: false,
      reviewCadence: null,
      client: null,
      lead: { id: amara.person.id, name: "Amara" },
      health: { word: "not_enough_data", below: null, milestoneId: null, stated: null, reasons: [] },
      progress,
      may: { editPlan: true, work: true, seeMoney: true },
      revision: 1,
    },
    today: "2026-06-01",
    finishOn: null,
    milestones: [],
    next: null,
    reached: { reached: 0, count: 0 },
    kept: null,
    objectives: [],
    review: null,
    counters: NONE,
    openCards: 0,
    findings: { error: 0, warn: 0, info: 0 },
    desks: [],
    openRisks: 0,
    people: [],
    fixedDates: [],
    money: null,
    ...more,
  };
}
