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
    summary:
      "Where the dates of milestones have been: one line each over reviews, or over all days, with versions and reasons",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({
      by: z.enum(["reviews", "days"]).optional(),
      base: z.coerce.number().int().min(1).max(9_999).optional(),
    }),
    response: Trend,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { query }, { project }) => readTrend(scope, project, query),
  }),
];
