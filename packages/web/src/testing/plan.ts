import type { Finding, Milestone, Objective, Plan } from "../lib/plan-query.ts";
import { acme, amara } from "./people.ts";

export function aMilestone(id: string, more: Partial<Milestone> = {}): Milestone {
  const number = Number(id.replace(/\D/g, "")) || 1;
  return {
    id,
    projectId: acme.id,
    ref: `ACME-M${number}`,
    number,
    title: `Stone ${number} agreed`,
    outcome: "",
    why: "",
    phase: false,
    parentId: null,
    startOn: null,
    targetOn: null,
    workingDays: null,
    state: "draft",
    ownerId: amara.person.id,
    weight: null,
    priceMinor: null,
    currency: "EUR",
    audience: "team",
    clientApproval: false,
    reachedOn: null,
    droppedReason: null,
    position: "a0",
    objectiveIds: [],
    criteria: [],
    roles: [],
    deliverables: [],
    receipts: [],
    revision: 1,
    progress: { done: 0, total: 0, doneCount: 0, count: 0, percent: 0 },
    cards: { done: 0, count: 0, estimated: 0 },
    criteriaMet: 0,
    questions: 0,
    health: { word: "not_enough_data", below: null, reasons: [] },
    slackDays: null,
    critical: false,
    earliest: null,
    baseline: null,
    toldTargetOn: null,
    stated: null,
    clock: null,
    forecast: null,
    ...more,
  };
}

export function anObjective(id: string, more: Partial<Objective> = {}): Objective {
  return {
    id,
    projectId: acme.id,
    statement: `Objective ${id}`,
    ourReason: "",
    clientReason: "",
    measure: "",
    unit: "",
    baseline: null,
    target: null,
    current: null,
    targetOn: null,
    position: id,
    revision: 1,
    reached: 0,
    count: 0,
    smart: [],
    ...more,
  };
}

const WORKED: [number, number][] = [[540, 1020]];

/** Acme's plan on a Monday in June; weekdays are worked. */
export function aPlan(milestones: Milestone[], more: Partial<Plan> = {}): Plan {
  return {
    project: {
      id: acme.id,
      key: acme.key,
      name: acme.name,
      outcome: "",
      scopeIn: "",
      scopeOut: "",
      state: "active",
      pausedAt: null,
      archivedAt: null,
      startOn: null,
      dueOn: null,
      currency: "EUR",
      clientApproval: false,
      reviewCadence: null,
      client: null,
      lead: null,
      health: { word: "not_enough_data", below: null, milestoneId: null, stated: null, reasons: [] },
      progress: { done: 0, total: 0, doneCount: 0, count: 0, percent: 0 },
      may: { editPlan: true, work: true, seeMoney: true },
      revision: 1,
    },
    today: "2026-06-01",
    forecastAt: null,
    forecastGrounds: null,
    objectives: [],
    milestones,
    dependencies: [],
    risks: [],
    fixedDates: [],
    baseline: null,
    baselines: [],
    away: [],
    findings: [],
    skippedChecks: [],
    calendar: {
      zone: "Europe/Berlin",
      week: [WORKED, WORKED, WORKED, WORKED, WORKED, [], []],
      holidays: [],
    },
    criticalPath: { milestoneIds: [], cardIds: [], slackDays: {}, finishOn: null, cycle: null },
    ...more,
  };
}

export function aLink(from: string, to: string): Plan["dependencies"][number] {
  const end = (id: string) => ({ kind: "milestone" as const, id, ref: id, title: `Stone ${id}` });
  return { id: `${from}-${to}`, projectId: acme.id, from: end(from), to: end(to), kind: "FS", lagDays: 0 };
}

export function aFinding(id: string, milestoneId: string, fix: Finding["fix"]): Finding {
  const subject = { kind: "milestone", id: milestoneId };
  return {
    id,
    level: "error",
    subject,
    items: [subject],
    blocks: [milestoneId],
    why: `${id} of ${milestoneId}`,
    fix,
  };
}
