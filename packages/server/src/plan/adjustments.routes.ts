import { z } from "zod";
import { route } from "../access/route.ts";
import { line, onePage, pageOf, uuid } from "../kit/fields.ts";
import { ReasonCode } from "../milestones/adjustments.view.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { adjustmentsOf, explainAdjustment, visibleAdjustment } from "./adjustments.ts";
import { Adjustment } from "./adjustments.view.ts";

const tag = "Plan";

export const adjustmentRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/adjustments",
    id: "listAdjustments",
    tag,
    summary: "What was changed of what had been promised, with the reasons, newest first",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({ milestoneId: uuid().optional(), untold: z.literal("true").optional() }),
    response: pageOf(Adjustment),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query: { milestoneId, untold } }, { project }) =>
      onePage(await adjustmentsOf(scope, project, { milestoneId, untold: untold === "true" })),
  }),
  route({
    method: "PATCH",
    path: "/adjustments/{adjustmentId}",
    id: "explainAdjustment",
    tag,
    summary: "Say why something was changed; once it was told with its reason, that stays",
    params: z.strictObject({ adjustmentId: uuid() }),
    body: z.strictObject({ reasonCode: ReasonCode.nullable(), reason: line(1_000) }),
    response: Adjustment,
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visibleAdjustment(scope, params.adjustmentId),
    },
    handle: (scope, { body }, found) => explainAdjustment(scope, found, body),
  }),
];
