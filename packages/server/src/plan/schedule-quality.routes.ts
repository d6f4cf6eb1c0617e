import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readScheduleQuality } from "./schedule-quality.ts";
import { ScheduleQuality } from "./schedule-quality.view.ts";

export const scheduleQualityRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/schedule-quality",
    id: "getScheduleQuality",
    tag: "Plan",
    summary: "How well made the schedule is: fourteen points under ten practices",
    params: z.strictObject({ projectId: uuid() }),
    response: ScheduleQuality,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => readScheduleQuality(scope, project),
  }),
];
