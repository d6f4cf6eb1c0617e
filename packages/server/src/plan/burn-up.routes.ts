import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readBurnUp } from "./burn-up.ts";
import { BurnUp } from "./burn-up.view.ts";

export const burnUpRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/burn-up",
    id: "getBurnUp",
    tag: "Plan",
    summary: "How much there was to do and how much was done, day by day, of a project or of one milestone",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({ milestoneId: uuid().optional() }),
    response: BurnUp,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { query }, { project }) => readBurnUp(scope, project.id, query.milestoneId),
  }),
];
