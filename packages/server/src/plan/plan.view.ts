import { z } from "zod";
import { Milestone } from "../milestones/milestones.view.ts";
import { Risk } from "../milestones/risks.view.ts";
import { StatedHealth } from "../milestones/stated-health.view.ts";
import { Objective } from "../objectives/objectives.view.ts";
import { Baseline, MilestoneBaseline } from "./baseline.view.ts";

export const HealthWord = z
  .enum(["reached", "paused", "off_track", "waiting_for_client", "not_enough_data", "at_risk", "on_track"])
  .meta({ id: "HealthWord" });

const DriverKind = z.enum(["card", "risk", "client", "request", "person", "scope"]);

export const HealthReason = z
  .object({
    code: z.enum([
      "reached",
      "project_paused",
      "no_target",
      "no_forecast",
      "overdue",
      "client_item",
      "few_estimates",
      "likely_late",
      "safe_date_late",
      "in_time",
      "driver",
    ]),
    /** Of a driver, what the forecast hangs on: in the worst fifth of the cases it costs so many days. */
    kind: DriverKind.optional(),
    name: z.string().optional(),
    days: z.int().optional(),
    on: z.string().optional(),
    id: z.string().optional(),
    estimated: z.int().optional(),
    needed: z.int().optional(),
  })
  .meta({ id: "HealthReason" });

export const Health = z
  .object({ word: HealthWord, below: HealthWord.nullable(), reasons: z.array(HealthReason) })
  .meta({ id: "Health" });

/** Weights and counts: "3 of 8", and the percent rounded down. */
export const Progress = z
  .object({
    done: z.number(),
    total: z.number(),
    doneCount: z.int(),
    count: z.int(),
    percent: z.int(),
  })
  .meta({ id: "Progress" });

/** By when, in so many of 100 cases; the likely date is that of 50, the safe date that of 80. */
export const ForecastDates = z
  .object({
    p5On: z.string(),
    p20On: z.string(),
    p50On: z.string(),
    p80On: z.string(),
    p95On: z.string(),
  })
  .meta({ id: "ForecastDates" });

export const MilestoneForecast = ForecastDates.extend({
  /** Of reaching the target date, 0 to 1; null without one. */
  chance: z.number().nullable(),
  /** In how many of the cases it decides the end of the project, 0 to 1. */
  criticality: z.number(),
  /** What the spread comes from, strongest first. */
  drivers: z.array(
    z.object({
      kind: DriverKind,
      id: z.string().nullable(),
      days: z.number(),
    }),
  ),
}).meta({ id: "MilestoneForecast" });

const LikelySafe = z.object({ p50On: z.string(), p80On: z.string() });

export const ForecastGrounds = z
  .object({
    /** How fast cards have been done; null while too little is finished. */
    pace: z.object({ cardsPerWeek: z.number(), weeks: z.int() }).nullable(),
    /** How much the pace counts beside the estimates, 0 to 1. */
    paceShare: z.number(),
    /** Reached milestones on which the two have been compared. */
    compared: z.int(),
    /** Reached milestones of which something had been forecast. */
    reached: z.int(),
    /** The dates are corrected by how earlier ones held. */
    corrected: z.boolean(),
    milestones: z.array(z.object({ id: z.string(), byEstimates: LikelySafe, byPace: LikelySafe.nullable() })),
  })
  .meta({ id: "ForecastGrounds" });

const PlanMilestone = Milestone.extend({
  /** Null while there is not enough to say, and when it is reached or dropped. */
  forecast: MilestoneForecast.nullable(),
  progress: Progress,
  cards: z.object({ done: z.int(), count: z.int(), estimated: z.int() }),
  criteriaMet: z.int(),
  questions: z.int(),
  /** Null for what was dropped. */
  health: Health.nullable(),
  /** What somebody says beside the computed word; null where nobody does. */
  stated: StatedHealth.nullable(),
  /** How far it can slip without moving the end of the plan, in working days. */
  slackDays: z.int().nullable(),
  critical: z.boolean(),
  /** The dates that links and estimates lead to. */
  earliest: z.object({ startOn: z.string(), finishOn: z.string() }).nullable(),
  /** Against the baseline of the plan; null when it was not in it. */
  baseline: MilestoneBaseline.nullable(),
  /** On whose desk it has been, in working days; null without a client. */
  clock: z.object({ clientDays: z.int(), teamDays: z.int().nullable() }).nullable(),
  /** The target date that the client was told last; null where the client does not know the milestone. */
  toldTargetOn: z.string().nullable(),
}).meta({ id: "PlanMilestone" });

const SmartWord = z
  .object({
    word: z.enum(["specific", "measurable", "achievable", "relevant", "time_bound"]),
    /** Null: it cannot be said before there is a forecast. */
    lit: z.boolean().nullable(),
    /** What to ask while it is not lit. */
    question: z.string().nullable(),
  })
  .meta({ id: "SmartWord" });

export const PlanObjective = Objective.extend({
  /** Milestones that serve it: reached of all. */
  reached: z.int(),
  count: z.int(),
  smart: z.array(SmartWord),
}).meta({ id: "PlanObjective" });

const PlanItem = z
  .object({ kind: z.enum(["milestone", "card"]), id: z.string(), ref: z.string(), title: z.string() })
  .meta({ id: "PlanItem" });

export const Dependency = z
  .object({
    id: z.string(),
    projectId: z.string(),
    from: PlanItem,
    to: PlanItem,
    kind: z.enum(["FS", "SS", "FF", "SF"]),
    lagDays: z.int(),
  })
  .meta({ id: "Dependency" });

const Subject = z.object({ kind: z.string(), id: z.string() });

const Finding = z
  .object({
    id: z.string(),
    level: z.enum(["error", "warn", "info"]),
    subject: Subject,
    items: z.array(Subject),
    blocks: z.array(z.string()),
    why: z.string(),
    /** Applied by ordinary requests; docs of `getPlan` say which. */
    fix: z.looseObject({ kind: z.string() }).nullable(),
  })
  .meta({ id: "Finding" });

const PlanCalendar = z
  .object({
    zone: z.string(),
    /** Working intervals in minutes of the day, Monday first. */
    week: z.array(z.array(z.tuple([z.int(), z.int()]))),
    holidays: z.array(z.object({ on: z.string(), name: z.string() })),
  })
  .meta({ id: "PlanCalendar" });

export const PlanProject = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    outcome: z.string(),
    scopeIn: z.string(),
    scopeOut: z.string(),
    state: z.string(),
    pausedAt: z.iso.datetime().nullable(),
    archivedAt: z.iso.datetime().nullable(),
    startOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    currency: z.string(),
    clientApproval: z.boolean(),
    reviewCadence: z.string().nullable(),
    client: z.object({ id: z.string(), name: z.string() }).nullable(),
    lead: z.object({ id: z.string(), name: z.string() }).nullable(),
    health: z.object({
      word: HealthWord,
      below: HealthWord.nullable(),
      milestoneId: z.string().nullable(),
      reasons: z.array(HealthReason),
      stated: StatedHealth.nullable(),
    }),
    progress: Progress,
    /** What this person may do here. */
    may: z.object({ editPlan: z.boolean(), work: z.boolean(), seeMoney: z.boolean() }),
    revision: z.int(),
  })
  .meta({ id: "PlanProject" });

export const Plan = z
  .object({
    project: PlanProject,
    today: z.string(),
    /** When the dates were forecast; null before the first time. */
    forecastAt: z.iso.datetime().nullable(),
    /** What the dates rest on beside the plan; null before the first time. */
    forecastGrounds: ForecastGrounds.nullable(),
    objectives: z.array(PlanObjective),
    milestones: z.array(PlanMilestone),
    dependencies: z.array(Dependency),
    risks: z.array(Risk),
    fixedDates: z.array(
      z.object({ id: z.string(), title: z.string(), onDate: z.string(), revision: z.int() }),
    ),
    /** The version that slips are measured against: the one that was asked for, else the first. */
    baseline: Baseline.nullable(),
    /** All versions that can be chosen, newest first. */
    baselines: z.array(Baseline),
    /** Days off of people who work here; never why. */
    away: z.array(z.object({ personId: z.string(), from: z.string(), to: z.string() })),
    findings: z.array(Finding),
    skippedChecks: z.array(z.object({ id: z.string(), why: z.string() })),
    calendar: PlanCalendar,
    criticalPath: z.object({
      milestoneIds: z.array(z.string()),
      cardIds: z.array(z.string()),
      slackDays: z.record(z.string(), z.int()),
      finishOn: z.string().nullable(),
      /** What waits for itself; then there is no critical path. */
      cycle: z.array(z.string()).nullable(),
    }),
  })
  .meta({ id: "Plan" });

export type PlanView = z.infer<typeof Plan>;
export type HealthView = z.infer<typeof Health>;
export type DependencyView = z.infer<typeof Dependency>;
export type ForecastDatesView = z.infer<typeof ForecastDates>;
export type ForecastGroundsView = z.infer<typeof ForecastGrounds>;
export type MilestoneForecastView = z.infer<typeof MilestoneForecast>;
