import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { milestoneHeads } from "./milestone-heads.ts";
import { MilestoneHeads } from "./milestone-heads.view.ts";

export const milestoneHeadRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/milestone-heads",
    id: "getMilestoneHeads",
    tag: "Plan",
    summary:
      "How each milestone stands: health, forecast, progress by estimate, and cards since the plan was first kept",
    params: z.strictObject({ projectId: uuid() }),
    response: MilestoneHeads,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => milestoneHeads(scope, project),
  }),
];
