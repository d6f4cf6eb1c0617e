import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { forecastInput } from "./forecast-input.ts";
import { readPlan } from "./read-plan.ts";

/** What a forecast rests on, for who tries out changes; `ForecastInput` of the planning library. */
const ForecastBasis = z
  .object({
    today: z.string(),
    seed: z.number(),
    samples: z.int(),
    plan: z.looseObject({ projectId: z.string() }),
    history: z.looseObject({}),
  })
  .meta({ id: "ForecastBasis" });

export const forecastRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/forecast-basis",
    id: "getForecastBasis",
    tag: "Plan",
    summary: "What the forecast of a project rests on, to try changes out with the same engine",
    params: z.strictObject({ projectId: uuid() }),
    response: ForecastBasis,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => {
      const { today, seed, samples, plan, history } = await forecastInput(
        scope,
        await readPlan(scope, project.id),
      );
      return { today, seed, samples, plan: { ...plan }, history: { ...history } };
    },
  }),
];
