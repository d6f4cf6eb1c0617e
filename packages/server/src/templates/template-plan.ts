import type { DatedTemplate, Template, TemplateObjective } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { createObjective } from "../objectives/objectives.ts";
import { addDependency } from "../plan/dependencies.ts";
import { addFixedDate } from "../projects/fixed-dates.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { writeMilestone } from "./template-milestones.ts";

export interface PlanToWrite {
  template: Template;
  dated: DatedTemplate;
  /** Who has taken which role, by its key. */
  roles: ReadonlyMap<string, string>;
  /** Objectives of the project that the milestones serve; the template's own are then not written. */
  objectiveIds?: readonly string[] | undefined;
}

export interface WrittenPlan {
  objectiveIds: string[];
  /** Each under its key in the template. */
  milestones: { key: string; id: string }[];
  cardIds: string[];
}

/** Every part of the template through the verbs that people use, so that what follows from them follows here as well. */
export async function writePlan(
  scope: Scope,
  project: ProjectAccess,
  plan: PlanToWrite,
): Promise<WrittenPlan> {
  const { template, dated } = plan;
  const objectives = await writeObjectives(scope, project, plan);
  const milestones = new Map<string, string>();
  const cardIds: string[] = [];
  for (const [n, milestone] of template.milestones.entries()) {
    const { startOn = null, targetOn = null } = dated.milestones[n] ?? {};
    const serves = plan.objectiveIds ?? milestone.objectiveKeys.flatMap((key) => objectives.get(key) ?? []);
    const made = await writeMilestone(scope, project, milestone, { ...plan, startOn, targetOn, serves });
    milestones.set(milestone.key, made.id);
    cardIds.push(...made.cardIds);
  }
  await writeLinks(scope, project, template, milestones);
  const { fixedDate } = template;
  if (fixedDate !== null && dated.fixedOn !== null)
    await addFixedDate(scope, project.id, { title: fixedDate.title, onDate: dated.fixedOn });
  return {
    objectiveIds: [...objectives.values()],
    milestones: [...milestones].map(([key, id]) => ({ key, id })),
    cardIds,
  };
}

async function writeObjectives(
  scope: Scope,
  project: ProjectAccess,
  { template, dated, objectiveIds }: PlanToWrite,
): Promise<ReadonlyMap<string, string>> {
  const written = new Map<string, string>();
  if (objectiveIds !== undefined) return written;
  for (const [n, objective] of template.objectives.entries()) {
    const id = await writeObjective(scope, project, objective, dated.objectives[n]?.targetOn);
    written.set(objective.key, id);
  }
  return written;
}

async function writeObjective(
  scope: Scope,
  project: ProjectAccess,
  { statement, ourReason, clientReason, measure }: TemplateObjective,
  targetOn: string | undefined,
): Promise<string> {
  const { name = "", unit = "", baseline = null, target = null } = measure ?? {};
  const words = {
    statement,
    ourReason,
    clientReason,
    measure: name,
    unit,
    baseline,
    target,
    current: baseline,
  };
  const { id } = await createObjective(scope, project.id, { ...words, targetOn: targetOn ?? null });
  return id;
}

async function writeLinks(
  scope: Scope,
  project: ProjectAccess,
  { links }: Template,
  milestones: ReadonlyMap<string, string>,
): Promise<void> {
  const end = (key: string) => ({ kind: "milestone" as const, id: milestones.get(key) ?? "" });
  for (const { from, to, kind, lagDays } of links)
    await addDependency(scope, project, { from: end(from), to: end(to), kind, lagDays });
}
