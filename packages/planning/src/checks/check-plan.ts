import type { PlanForecast } from "../forecast/plan-forecast.ts";
import type { CivilDate, Plan } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { awkwardDays, missingBuffers } from "./calendar-days.ts";
import { awayWhenDue, looseCards } from "./card-places.ts";
import { unlikelyTargets } from "./chance.ts";
import {
  type CheckContext,
  type CheckSettings,
  createCheckContext,
  DEFAULT_CHECK_SETTINGS,
} from "./check-context.ts";
import { absentClient, missingReviews, overdueRequests, untoldAdjustments } from "./client-loop.ts";
import { missingClientTime } from "./client-time.ts";
import { missingContent, missingMeasures, missingTargets } from "./completeness.ts";
import { brokenDependencies } from "./dependencies.ts";
import { disguisedTasks } from "./disguise.ts";
import type { CheckId, CheckLevel, Finding } from "./finding.ts";
import { unavailableOwners } from "./owners.ts";
import { longStretches, wrongSizes } from "./pace.ts";
import { parallelCriticalCards } from "./parallel-work.ts";
import { aimlessMilestones, unservedObjectives } from "./purpose.ts";
import { crowdedMilestones, datesAlike, rareReviews } from "./rhythm.ts";
import { missingDeciders, unansweredRisks } from "./roles.ts";
import { staleProgress } from "./stale-progress.ts";
import { vagueTitles } from "./wording.ts";

/** A rule, or a part of one, that could not be asked, and what it waits for. */
export interface SkippedCheck {
  readonly id: CheckId;
  readonly why: "needs_forecast";
}

export interface PlanCheck {
  /** Errors first, then by rule number and subject. */
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedCheck[];
}

/** L1-L28 but L6, which needs a forecast, in their order. From L19 on they are common mistakes that no other rule names. */
const RULES: readonly ((context: CheckContext) => Finding[])[] = [
  vagueTitles,
  missingTargets,
  missingMeasures,
  aimlessMilestones,
  unservedObjectives,
  unavailableOwners,
  longStretches,
  wrongSizes,
  missingContent,
  missingDeciders,
  missingReviews,
  brokenDependencies,
  awkwardDays,
  missingBuffers,
  untoldAdjustments,
  absentClient,
  unansweredRisks,
  disguisedTasks,
  crowdedMilestones,
  datesAlike,
  missingClientTime,
  looseCards,
  awayWhenDue,
  parallelCriticalCards,
  rareReviews,
  staleProgress,
  overdueRequests,
];

const LEVELS: readonly CheckLevel[] = ["error", "warn", "info"];

/**
 * What is wrong with this plan, why, and what would mend it? Advice: only what a finding lists under `blocks` is held up by it. Accepted
 * and dropped milestones are left in peace. L6, the chance of meeting a target, needs a forecast: without one
 * it is named under `skipped`.
 * @example checkPlan(plan, "2026-05-12").findings[0]
 * // { id: "L2", level: "error", subject: { kind: "milestone", id: "m1" }, blocks: ["m1"], why: "...", fix: { kind: "set_dates", ... } }
 */
export function checkPlan(
  plan: Plan,
  today: CivilDate,
  settings: Partial<CheckSettings> = {},
  forecast: PlanForecast | null = null,
): PlanCheck {
  const context = createCheckContext(plan, today, { ...DEFAULT_CHECK_SETTINGS, ...settings });
  const findings = RULES.flatMap((rule) => rule(context));
  if (forecast === null)
    return { findings: findings.sort(worstFirst), skipped: [{ id: "L6", why: "needs_forecast" }] };
  return { findings: [...findings, ...unlikelyTargets(context, forecast)].sort(worstFirst), skipped: [] };
}

function worstFirst(a: Finding, b: Finding): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    numberOf(a.id) - numberOf(b.id) ||
    compareText(a.subject.id, b.subject.id) ||
    compareText(a.why, b.why)
  );
}

function numberOf(id: CheckId): number {
  return Number(id.slice(1));
}
