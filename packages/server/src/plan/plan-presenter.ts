import { isAchievable, objectiveProgress, type PlanCheck, smartHelp } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { presentMilestone } from "../milestones/milestone-presenter.ts";
import { presentRisks } from "../milestones/risks.view.ts";
import type { StatedHealthView } from "../milestones/stated-health.view.ts";
import { presentObjective } from "../objectives/objectives.view.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { cadenceWords } from "../projects/review-words.ts";
import { type Baseline, slipOf } from "./baseline.ts";
import { presentCalendar } from "./calendar-presenter.ts";
import { clockOf } from "./client-times.ts";
import { presentDependencies } from "./dependency-presenter.ts";
import { presentGrounds } from "./forecast-presenter.ts";
import { Plan, type PlanView } from "./plan.view.ts";
import { checkOf, presentCheck } from "./plan-check.ts";
import type { PlanFigures } from "./plan-figures.ts";
import { presentProgress, projectProgress } from "./project-figures.ts";
import type { WholePlan } from "./read-plan.ts";
import { healthOfProject } from "./road.ts";

type Measured = PlanFigures & {
  baseline: Baseline;
  /** By milestone: what somebody says beside the computed word. */
  stated: ReadonlyMap<string, StatedHealthView>;
};

/** The plan as this person may see it. */
export function presentPlan(
  scope: Scope,
  project: ProjectAccess,
  whole: WholePlan,
  figures: Measured,
): PlanView {
  const { rows, plan, work } = whole;
  const serving = objectiveProgress(plan.milestones);
  const check = checkOf(whole);
  const smart = smartOf(whole, check);
  return Plan.parse({
    project: projectOf(scope, project, whole, figures),
    today: work.today,
    forecastAt: whole.forecast?.at.toISOString() ?? null,
    forecastGrounds: presentGrounds(whole.plan.milestones, whole.forecast?.result ?? null),
    objectives: rows.objectives.map((row) => ({
      ...presentObjective(row),
      ...(serving.get(row.id) ?? { reached: 0, count: 0 }),
      smart: smart.get(row.id) ?? [],
    })),
    milestones: milestonesOf(scope, project, whole, figures),
    dependencies: presentDependencies(rows, project.key),
    risks: presentRisks(rows.risks),
    fixedDates: rows.fixedDates,
    baseline: figures.baseline.chosen,
    baselines: figures.baseline.all,
    away: awayOf(scope, whole),
    ...presentCheck(scope, whole, check),
    calendar: presentCalendar(work),
    criticalPath: {
      milestoneIds: figures.longestPath.filter((id) => figures.scheduled.get(id)?.kind === "milestone"),
      cardIds: figures.longestPath.filter((id) => figures.scheduled.get(id)?.kind === "card"),
      slackDays: Object.fromEntries(
        [...figures.scheduled.values()]
          .filter(({ kind }) => kind === "milestone")
          .map(({ id, totalSlackDays }) => [id, totalSlackDays]),
      ),
      finishOn: figures.finishOn,
      cycle: figures.cycle === null ? null : [...figures.cycle],
    },
  } satisfies PlanView);
}

/** The five words of each objective; what can be reached in time, the forecast says. */
function smartOf(
  { plan, forecast }: WholePlan,
  { findings }: PlanCheck,
): Map<string, PlanView["objectives"][number]["smart"]> {
  return new Map(
    plan.objectives.map((one) => {
      const achievable = isAchievable(one.id, plan, forecast?.result ?? null, findings);
      return [one.id, [...smartHelp(one, achievable)]];
    }),
  );
}

/** Who is away while the plan runs; guests are not told. */
function awayOf({ actor }: Scope, { rows, work }: WholePlan): PlanView["away"] {
  if (actor.role === "guest") return [];
  const from = rows.head.startOn ?? work.today;
  return rows.people.flatMap(({ id }) =>
    (rows.times.get(id)?.daysOff ?? [])
      .filter(({ to, part }) => to >= from && part === "day")
      .map((each) => ({ personId: id, from: each.from, to: each.to })),
  );
}

function projectOf(
  scope: Scope,
  project: ProjectAccess,
  { rows: { head }, plan, work }: WholePlan,
  figures: Measured,
): PlanView["project"] {
  const { clientId, clientName, leadId, leadName, pausedAt, archivedAt, ...more } = head;
  const { cadence, everyDays, reviewDueOn: _due, clientInReviews: _seat, ...shown } = more;
  const guest = scope.actor.role === "guest";
  return {
    ...shown,
    reviewCadence: cadenceWords({ cadence, everyDays }),
    pausedAt: pausedAt?.toISOString() ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
    client: clientId === null || clientName === null || guest ? null : { id: clientId, name: clientName },
    lead: leadId === null || leadName === null ? null : { id: leadId, name: leadName },
    health: healthOfProject(plan.milestones, figures.health, work.today, figures.stated),
    progress: projectProgress(plan.milestones, figures.progress),
    may: {
      editPlan: can(scope.actor, "plan.edit", { project }),
      work: can(scope.actor, "plan.work", { project }),
      seeMoney: can(scope.actor, "money.read", { project }),
    },
  };
}

function milestonesOf(
  scope: Scope,
  project: ProjectAccess,
  { rows, plan, work }: WholePlan,
  figures: Measured,
): PlanView["milestones"] {
  const money = can(scope.actor, "money.read", { project });
  const parents = new Map(plan.milestones.map(({ id, parentId }) => [id, parentId]));
  const cards = Map.groupBy(plan.cards, ({ milestoneId }) => milestoneId);
  const told = new Map(rows.told?.map(({ id, targetOn }) => [id, targetOn]));
  return rows.milestones.map((row) => {
    const held = cards.get(row.id) ?? [];
    const item = figures.scheduled.get(row.id);
    return {
      ...presentMilestone(row, { project, calendar: work.calendar, money }),
      parentId: parents.get(row.id) ?? null,
      forecast: figures.forecasts.get(row.id) ?? null,
      progress: presentProgress(figures.progress.get(row.id)),
      cards: {
        done: held.filter(({ place }) => place === "done").length,
        count: held.length,
        estimated: held.filter(({ likely }) => likely !== null).length,
      },
      criteriaMet: row.criteria.filter(({ answer }) => answer === "met").length,
      questions: row.receipts.filter(({ answer }) => answer === "question").length,
      health: figures.health.get(row.id) ?? null,
      stated: figures.stated.get(row.id) ?? null,
      slackDays: item?.totalSlackDays ?? null,
      critical: item?.critical ?? false,
      clock:
        rows.head.clientId === null || scope.actor.role === "guest"
          ? null
          : clockOf(row, rows.clientTimes, work),
      baseline: slipOf(row, figures.baseline.milestones.get(row.id), work.calendar),
      toldTargetOn: told.get(row.id) ?? null,
      earliest: item ? { startOn: item.earlyStartOn, finishOn: item.earlyFinishOn } : null,
    };
  });
}
