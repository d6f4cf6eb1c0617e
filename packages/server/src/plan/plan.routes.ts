import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { keptAnswer } from "./kept-plan.ts";
import { Plan } from "./plan.view.ts";
import { planFigures } from "./plan-figures.ts";
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
    response: Plan,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, input, { project }) =>
      keptAnswer(scope, project, input, "plan", async () => {
        const whole = await readPlan(scope, project.id);
        const figures = planFigures(whole.plan, whole.work.today, whole.rows.head.pausedAt !== null);
        return presentPlan(scope, project, whole, figures);
      }),
  }),
];
