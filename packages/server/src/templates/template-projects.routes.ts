import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, line, title, uuid } from "../kit/fields.ts";
import { Project, presentProject } from "../projects/projects.view.ts";
import { startFromTemplate } from "./template-projects.ts";

const Anchor = z.union([z.strictObject({ startOn: civilDate() }), z.strictObject({ endOn: civilDate() })]);

const FromTemplate = z.strictObject({
  templateId: line(60),
  name: title(),
  clientId: uuid().nullable().optional(),
  leadId: uuid().nullable().optional(),
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

export const templateProjectRoutes = [
  route({
    method: "POST",
    path: "/projects/from-template",
    id: "createProjectFromTemplate",
    tag: "Projects",
    summary: "Start a project with a template's plan, from a start or back from an end",
    body: FromTemplate,
    response: Started,
    policy: { action: "project.create" },
    handle: async (scope, { body }) => {
      const { project, warnings } = await startFromTemplate(scope, body);
      return { project: presentProject(project), warnings: [...warnings] };
    },
  }),
];
