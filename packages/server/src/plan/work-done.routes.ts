import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readWorkDone } from "./work-done.ts";
import { WorkDone } from "./work-done.view.ts";

export const workDoneRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/work-done",
    id: "getWorkDone",
    tag: "Plan",
    summary:
      "How much of what a version of the plan planned is done, by hours or by price: earned value and schedule",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({
      base: z.coerce.number().int().min(1).max(9_999).optional(),
      by: z.enum(["effort", "price"]).default("effort"),
    }),
    response: WorkDone,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { query }, { project }) => readWorkDone(scope, project, query),
  }),
];
