import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { applyFix } from "./fixes.ts";

export const fixRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/findings/{checkId}/fix",
    id: "applyFix",
    tag: "Plan",
    summary: "Mend a finding with the fix it offers; `eventId` undoes dates",
    status: 200,
    params: z.strictObject({ projectId: uuid(), checkId: z.string().regex(/^L\d{1,2}$/) }),
    body: z.strictObject({
      subject: z.strictObject({ kind: z.string().max(40), id: uuid() }),
      fix: z.record(z.string(), z.unknown()),
    }),
    response: z.object({ eventId: z.string().nullable() }),
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params, body }, { project }) =>
      applyFix(scope, project, { ...body, checkId: params.checkId }),
  }),
];
