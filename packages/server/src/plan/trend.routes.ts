import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readTrend } from "./trend.ts";
import { Trend } from "./trend.view.ts";

export const trendRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/trend",
    id: "getTrend",
    tag: "Plan",
    summary: "Where the dates of milestones have been: one line each over versions, days and reasons",
    params: z.strictObject({ projectId: uuid() }),
    response: Trend,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => readTrend(scope, project),
  }),
];
