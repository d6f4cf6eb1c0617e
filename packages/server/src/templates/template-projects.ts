import type { TemplateWarning } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { startProject } from "../board/start-project.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { recordOnProject } from "../projects/project-events.ts";
import type { ProjectRow } from "../projects/projects.store.ts";
import { changeProject, project } from "../projects/projects.ts";
import { chosenTemplate, type TemplateChoice } from "./chosen-template.ts";
import { type RolePerson, takeRoles } from "./template-people.ts";
import { type WrittenPlan, writePlan } from "./template-plan.ts";

export interface FromTemplate extends TemplateChoice {
  name: string;
  key?: string | undefined;
  clientId?: string | null | undefined;
  leadId?: string | null | undefined;
  outcome?: string | undefined;
  people: readonly RolePerson[];
}

export interface StartedProject {
  project: ProjectRow;
  warnings: readonly TemplateWarning[];
}

/** A project with the whole plan of a template; afterwards neither knows of the other. */
export async function startFromTemplate(scope: Scope, wanted: FromTemplate): Promise<StartedProject> {
  const { name, key, clientId = null, leadId, templateId, people } = wanted;
  const { template, dated } = await chosenTemplate(scope, wanted);
  const { startOn, endOn: dueOn } = dated;
  const outcome = wanted.outcome?.trim() || template.outcome;
  const { id } = await startProject(scope, { name, key, clientId, leadId, outcome, startOn, dueOn });
  const { project: access } = await visibleProject(scope, id);
  const roles = await takeRoles(scope, access, template.roles, people);
  await writePlan(scope, access, { template, dated, roles });
  await recordOnProject(scope, id, "project.plannedFromTemplate", { templateId });
  return { project: await project(scope, id), warnings: dated.warnings };
}

export interface PlanFromTemplate extends TemplateChoice {
  people: readonly RolePerson[];
  objectiveIds?: readonly string[] | undefined;
}

export interface AddedPlan extends WrittenPlan {
  startOn: string;
  endOn: string;
  warnings: readonly TemplateWarning[];
}

/** The milestones of a template beside what the project has already. */
export async function addFromTemplate(
  scope: Scope,
  access: ProjectAccess,
  { templateId, people, objectiveIds, ...wanted }: PlanFromTemplate,
): Promise<AddedPlan> {
  const { template, dated } = await chosenTemplate(scope, { templateId, ...wanted });
  const roles = await takeRoles(scope, access, template.roles, people);
  const written = await writePlan(scope, access, { template, dated, roles, objectiveIds });
  const { startOn, endOn, warnings } = dated;
  await sayWhatIsUnsaid(scope, access, { outcome: template.outcome, startOn, dueOn: endOn });
  await recordOnProject(scope, access.id, "project.plannedFromTemplate", { templateId });
  return { ...written, startOn, endOn, warnings };
}

/** What the head page says already stays; an end is not taken over before a start, nor a start after an end. */
async function sayWhatIsUnsaid(
  scope: Scope,
  access: ProjectAccess,
  { outcome, startOn, dueOn }: { outcome: string; startOn: string; dueOn: string },
): Promise<void> {
  const now = await project(scope, access.id);
  await changeProject(scope, access, now.revision, {
    ...(now.outcome === "" ? { outcome } : {}),
    ...(now.startOn === null && startOn <= (now.dueOn ?? dueOn) ? { startOn } : {}),
    ...(now.dueOn === null && dueOn >= (now.startOn ?? startOn) ? { dueOn } : {}),
  });
}
