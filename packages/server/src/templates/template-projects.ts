import {
  adaptTemplate,
  applyTemplate,
  type MilestoneChoice,
  type TemplateAnchor,
  type TemplateWarning,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { startProject } from "../board/start-project.ts";
import { refused } from "../kit/errors.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { recordOnProject } from "../projects/project-events.ts";
import type { ProjectRow } from "../projects/projects.store.ts";
import { project } from "../projects/projects.ts";
import { type RolePerson, takeRoles } from "./template-people.ts";
import { writePlan } from "./template-plan.ts";
import { knownTemplate } from "./templates.ts";

export interface FromTemplate {
  templateId: string;
  name: string;
  clientId?: string | null | undefined;
  leadId?: string | null | undefined;
  dates: TemplateAnchor;
  people: readonly RolePerson[];
  milestones?: readonly MilestoneChoice[] | undefined;
}

export interface StartedProject {
  project: ProjectRow;
  warnings: readonly TemplateWarning[];
}

/** A project with the whole plan of a template; afterwards neither knows of the other. */
export async function startFromTemplate(scope: Scope, wanted: FromTemplate): Promise<StartedProject> {
  const { name, clientId = null, leadId } = wanted;
  const { plan: whole } = await knownTemplate(scope, wanted.templateId);
  const template = adaptTemplate(whole, wanted.milestones ?? whole.milestones.map(({ key }) => ({ key })));
  if (template.milestones.length === 0)
    throw refused("no-milestone-kept", "None of these milestones is in the template.");
  const { calendar, today } = await workCalendar(scope);
  const dated = applyTemplate(template, wanted.dates, calendar, today);
  if (dated.warnings.some(({ code }) => code === "no_working_days"))
    throw refused("no-working-days", "The working week has no working day to plan on.");
  const { startOn, endOn: dueOn } = dated;
  const { outcome } = template;
  const { id } = await startProject(scope, { name, clientId, leadId, outcome, startOn, dueOn });
  const { project: access } = await visibleProject(scope, id);
  const roles = await takeRoles(scope, access, template.roles, wanted.people);
  await writePlan(scope, access, { template, dated, roles });
  await recordOnProject(scope, id, "project.plannedFromTemplate", { templateId: wanted.templateId });
  return { project: await project(scope, id), warnings: dated.warnings };
}
