import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, currency, projectKey, text, title, uuid } from "../kit/fields.ts";
import { Project, presentProject } from "../projects/projects.view.ts";
import { startProject } from "./start-project.ts";

const NewProject = z.strictObject({
  name: title(),
  key: projectKey().optional(),
  clientId: uuid().nullable().optional(),
  leadId: uuid().nullable().optional(),
  outcome: text().optional(),
  startOn: civilDate().nullable().optional(),
  dueOn: civilDate().nullable().optional(),
  currency: currency().optional(),
});

export const startProjectRoutes = [
  route({
    method: "POST",
    path: "/projects",
    id: "createProject",
    tag: "Projects",
    summary: "Start a project with an empty board",
    body: NewProject,
    response: Project,
    policy: { action: "project.create" },
    handle: async (scope, { body }) => presentProject(await startProject(scope, body)),
  }),
];
