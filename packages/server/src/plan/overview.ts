import { isOpenCard, isOpenMilestone } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { statedHealths } from "../milestones/stated-health.store.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { membersOfProject } from "../projects/project-people.store.ts";
import { UNMEASURED } from "./baseline.ts";
import { countersOf } from "./care.ts";
import type { OverviewView } from "./overview.view.ts";
import type { PlanFigures } from "./plan-figures.ts";
import { presentPlan } from "./plan-presenter.ts";
import { baselineDates } from "./portfolio-slip.store.ts";
import { keptOfProject } from "./portfolio-slip.ts";
import type { WholePlan } from "./read-plan.ts";
import { standingOfReviews } from "./review-standing.ts";
import { nextOf, presentRoad, reachedOf } from "./road.ts";

/** Is it fine, what is next, what needs somebody: the page a project opens with. */
export async function readOverview(
  scope: Scope,
  project: ProjectAccess,
  whole: WholePlan,
  figures: PlanFigures,
): Promise<OverviewView> {
  const { rows, plan, work } = whole;
  const stated = await statedHealths(scope, [project.id], work.today);
  const shown = presentPlan(scope, project, whole, { ...figures, stated, baseline: UNMEASURED });
  const road = presentRoad(rows.milestones, project.key, figures);
  const agreed = await baselineDates(scope, [project.id]);
  const levels = shown.findings.map(({ level }) => level);
  return {
    project: shown.project,
    today: shown.today,
    finishOn: figures.finishOn,
    milestones: road,
    next: nextOf(road),
    reached: reachedOf(road),
    kept: keptOfProject(agreed.length === 0 ? undefined : agreed, rows.milestones),
    objectives: shown.objectives,
    review: await reviewOf(scope, whole),
    counters: countersOf(whole),
    desks: shown.milestones.flatMap(({ id, ref, title, clock }) =>
      clock === null || clock.clientDays === 0 ? [] : [{ id, ref, title, ...clock }],
    ),
    openCards: plan.cards.filter(isOpenCard).length,
    findings: {
      error: levels.filter((level) => level === "error").length,
      warn: levels.filter((level) => level === "warn").length,
      info: levels.filter((level) => level === "info").length,
    },
    openRisks: shown.risks.filter(({ status }) => status === "open").length,
    people: await peopleOf(scope, project, whole),
    fixedDates: shown.fixedDates,
    money: shown.project.may.seeMoney ? moneyOf(shown.milestones, project.currency) : null,
  };
}

async function reviewOf(
  scope: Scope,
  { rows: { head }, plan, work }: WholePlan,
): Promise<OverviewView["review"]> {
  const atWork =
    head.pausedAt === null &&
    head.archivedAt === null &&
    head.state !== "completed" &&
    plan.milestones.some(isOpenMilestone);
  return (await standingOfReviews(scope, [{ id: head.id, atWork }], work.today)).get(head.id) ?? null;
}

async function peopleOf(
  scope: Scope,
  { id: projectId }: ProjectAccess,
  { plan }: WholePlan,
): Promise<OverviewView["people"]> {
  const people = await membersOfProject(scope, projectId);
  const open = plan.cards.filter(isOpenCard);
  return people
    .map(({ id, name, projectRole }) => ({
      id,
      name,
      projectRole,
      openCards: open.filter(({ assigneeIds }) => assigneeIds.includes(id)).length,
      milestones: plan.milestones.filter((one) => one.ownerId === id && isOpenMilestone(one)).length,
    }))
    .filter((one) => one.projectRole !== null || one.openCards > 0 || one.milestones > 0);
}

function moneyOf(
  milestones: readonly { priceMinor: number | null; state: string }[],
  currency: string,
): NonNullable<OverviewView["money"]> {
  const sum = (which: (state: string) => boolean) =>
    milestones.reduce((total, { priceMinor, state }) => total + (which(state) ? (priceMinor ?? 0) : 0), 0);
  return {
    currency,
    planned: sum((state) => state !== "dropped"),
    reached: sum((state) => state === "accepted"),
  };
}
