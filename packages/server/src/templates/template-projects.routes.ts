import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, line, projectKey, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { Project, presentProject } from "../projects/projects.view.ts";
import { addFromTemplate, startFromTemplate } from "./template-projects.ts";

const Anchor = z.union([z.strictObject({ startOn: civilDate() }), z.strictObject({ endOn: civilDate() })]);

const PlanFromTemplate = z.strictObject({
  templateId: line(60),
  dates: Anchor,
  /** Who takes which role; a role left out stays open. */
  people: z
    .array(z.strictObject({ role: line(60), personId: uuid() }))
    .max(50)
    .default([]),
  /** The milestones to keep, changed where something is said; left out, all of them. */
  milestones: z
    .array(
      z.strictObject({ key: line(60), title: title().optional(), days: z.int().min(1).max(500).optional() }),
    )
    .min(1)
    .max(60)
    .optional(),
});

const ProjectFromTemplate = PlanFromTemplate.extend({
  name: title(),
  key: projectKey().optional(),
  clientId: uuid().nullable().optional(),
  leadId: uuid().nullable().optional(),
  /** Left out, the template's. */
  outcome: text().optional(),
});

const AddToPlan = PlanFromTemplate.extend({
  /** Objectives of the project that the milestones serve; left out, the template's own are added. */
  objectiveIds: z.array(uuid()).min(1).max(50).optional(),
});

const Warning = z.object({
  code: z.enum(["start_past", "day_off", "no_working_days"]),
  startOn: z.string().optional(),
  days: z.int().optional(),
  askedOn: z.string().optional(),
  usedOn: z.string().optional(),
});

const Started = z
  .object({ project: Project, warnings: z.array(Warning) })
  .meta({ id: "ProjectFromTemplate" });

const Added = z
  .object({
    /** What was added; an empty list where the milestones serve objectives that were there. */
    objectiveIds: z.array(z.string()),
    /** Each under its key in the template. */
    milestones: z.array(z.object({ key: z.string(), id: z.string() })),
    cardIds: z.array(z.string()),
    startOn: z.string(),
    endOn: z.string(),
    warnings: z.array(Warning),
  })
  .meta({ id: "PlanFromTemplate" });

export const templateProjectRoutes = [
  route({
    method: "POST",
    path: "/projects/from-template",
    id: "createProjectFromTemplate",
    tag: "Projects",
    summary: "Start a project with a template's plan, from a start or back from an end",
    body: ProjectFromTemplate,
    response: Started,
    policy: { action: "project.create" },
    handle: async (scope, { body }) => {
      const { project, warnings } = await startFromTemplate(scope, body);
      return { project: presentProject(project), warnings: [...warnings] };
    },
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/plan/from-template",
    id: "addPlanFromTemplate",
    tag: "Plan",
    summary: "Add a template's milestones to a project's plan",
    params: z.strictObject({ projectId: uuid() }),
    body: AddToPlan,
    response: Added,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) => {
      const { warnings, ...added } = await addFromTemplate(scope, project, body);
      return { ...added, warnings: [...warnings] };
    },
  }),
];
