import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, line, onePage, pageOf, text, title, uuid } from "../kit/fields.ts";
import { AcceptanceWindow } from "./acceptance-window.view.ts";
import { visibleProject } from "./project-access.store.ts";
import { listProjects } from "./projects.store.ts";
import { changeProject, project } from "./projects.ts";
import { Project, ProjectState, presentProject, SecurityLevel } from "./projects.view.ts";

const Params = z.strictObject({ projectId: uuid() });
const ProjectChange = z
  .strictObject({
    name: title(),
    clientId: uuid().nullable(),
    leadId: uuid().nullable(),
    outcome: text(),
    scopeIn: text(),
    scopeOut: text(),
    state: ProjectState,
    startOn: civilDate().nullable(),
    dueOn: civilDate().nullable(),
    clientApproval: z.boolean(),
    /** weekly, every 2 weeks, monthly, every n days, on milestone; null ends the reviews. */
    reviewCadence: line(80).nullable(),
    /** Null: by code as soon as the project has a price, by link until then. */
    securityLevel: SecurityLevel.nullable(),
    showsForecast: z.boolean(),
    showsCriteria: z.boolean(),
    observersComment: z.boolean(),
    /** What happens when nobody answers; it holds from the next plan on that the client approves. */
    acceptance: AcceptanceWindow.nullable(),
  })
  .partial();

export const projectRoutes = [
  route({
    method: "GET",
    path: "/projects",
    id: "listProjects",
    tag: "Projects",
    summary: "The projects you can see",
    query: z.strictObject({ archived: z.enum(["true", "false"]).default("false") }),
    response: pageOf(Project),
    policy: { action: "workspace.read" },
    handle: async (scope, { query }) =>
      onePage(
        (await listProjects(scope, { archived: query.archived === "true" })).map((row) =>
          presentProject(row),
        ),
      ),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}",
    id: "getProject",
    tag: "Projects",
    summary: "One project",
    params: Params,
    response: Project,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params }) => presentProject(await project(scope, params.projectId)),
  }),
  route({
    method: "PATCH",
    path: "/projects/{projectId}",
    id: "changeProject",
    tag: "Projects",
    summary: "Change a project's head page",
    params: Params,
    body: ProjectChange,
    response: Project,
    ifMatch: true,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body, revision }, { project: access }) =>
      presentProject(await changeProject(scope, access, revision, body)),
  }),
];
