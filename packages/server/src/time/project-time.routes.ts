import { z } from "zod";
import { Answer, route } from "../access/route.ts";
import { civilDate, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { projectTime, projectTimeCsv } from "./project-time.ts";
import { ProjectTime } from "./project-time.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const Wish = z.strictObject({
  from: civilDate().optional(),
  to: civilDate().optional(),
  personId: uuid().optional(),
});
const tag = "Time";

export const projectTimeRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/time",
    id: "getProjectTime",
    tag,
    summary: "What was worked against what was estimated, by milestone and card, with weeks and people",
    params: InProject,
    query: Wish,
    response: ProjectTime,
    policy: { action: "time.compare", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { query }, { project }) => projectTime(scope, project, query),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/time/file",
    id: "exportProjectTime",
    tag,
    summary: "The same as CSV, one line a card",
    params: InProject,
    query: Wish,
    policy: { action: "time.compare", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) =>
      new Answer(200, await projectTimeCsv(scope, project, query), {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="time-${project.key.toLowerCase()}.csv"`,
        "cache-control": "private, no-store",
      }),
  }),
];
