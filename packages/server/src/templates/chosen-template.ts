import {
  adaptTemplate,
  applyTemplate,
  type DatedTemplate,
  type MilestoneChoice,
  type Template,
  type TemplateAnchor,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { refused } from "../kit/errors.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { knownTemplate } from "./templates.ts";

export interface TemplateChoice {
  templateId: string;
  dates: TemplateAnchor;
  milestones?: readonly MilestoneChoice[] | undefined;
}

/** The milestones to keep of a template, on the workspace's days. */
export async function chosenTemplate(
  scope: Scope,
  { templateId, dates, milestones }: TemplateChoice,
): Promise<{ template: Template; dated: DatedTemplate }> {
  const { plan: whole } = await knownTemplate(scope, templateId);
  const template = adaptTemplate(whole, milestones ?? whole.milestones.map(({ key }) => ({ key })));
  if (template.milestones.length === 0)
    throw refused("no-milestone-kept", "None of these milestones is in the template.");
  const { calendar, today } = await workCalendar(scope);
  const dated = applyTemplate(template, dates, calendar, today);
  if (dated.warnings.some(({ code }) => code === "no_working_days"))
    throw refused("no-working-days", "The working week has no working day to plan on.");
  return { template, dated };
}
