import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { projectDays } from "./project-days.ts";
import { ProjectDays } from "./project-days.view.ts";

export const projectDayRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/days",
    id: "getProjectDays",
    tag: "Calendar",
    summary:
      "Holidays, weekdays without work and who of the project is away, for the days from one to another",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({ from: civilDate(), to: civilDate() }),
    response: ProjectDays,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { query }, { project }) => projectDays(scope, project.id, query),
  }),
];
