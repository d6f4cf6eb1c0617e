import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { agreedWindow } from "./agreed-window.store.ts";
import { AgreedWindow } from "./approvals.view.ts";

export const agreedWindowRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/agreed-acceptance",
    id: "getAgreedAcceptance",
    tag: "Approvals",
    summary: "What happens when nobody answers, as it stands in the plan that the client approved last",
    params: z.strictObject({ projectId: uuid() }),
    response: z.object({ agreed: AgreedWindow.nullable() }).meta({ id: "AgreedAcceptance" }),
    policy: { action: "approval.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => ({ agreed: await agreedWindow(scope, project.id) }),
  }),
];
