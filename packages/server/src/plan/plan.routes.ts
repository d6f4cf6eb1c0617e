import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { statedHealths } from "../milestones/stated-health.store.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { readBaseline } from "./baseline.ts";
import { keptAnswer } from "./kept-plan.ts";
import { Plan } from "./plan.view.ts";
import { figuresOf } from "./plan-figures.ts";
import { presentPlan } from "./plan-presenter.ts";
import { readPlan } from "./read-plan.ts";

export const planRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/plan",
    id: "getPlan",
    tag: "Plan",
    summary: "The whole plan of a project in one read; 304 while nothing changed",
    params: z.strictObject({ projectId: uuid() }),
    query: z.strictObject({ base: z.coerce.number().int().min(1).max(9_999).optional() }),
    response: Plan,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, input, { project }) =>
      keptAnswer(scope, project, input, input.query.base ? `plan ${input.query.base}` : "plan", async () => {
        const baseline = await readBaseline(scope, project.id, input.query.base);
        const whole = await readPlan(scope, project.id);
        const stated = await statedHealths(scope, [project.id], whole.work.today);
        return presentPlan(scope, project, whole, { ...figuresOf(whole), baseline, stated });
      }),
  }),
];
