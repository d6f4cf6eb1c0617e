import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { careList } from "./care.ts";
import { CareItem, CounterName } from "./care.view.ts";
import { contentAnswer } from "./content-answer.ts";
import { EarlyWarning } from "./early-warnings.view.ts";
import { warningsFor } from "./glance.ts";
import { keptAnswer } from "./kept-plan.ts";
import { readOverview } from "./overview.ts";
import { Overview } from "./overview.view.ts";
import { figuresOf } from "./plan-figures.ts";
import { readPortfolio } from "./portfolio.ts";
import { Portfolio } from "./portfolio.view.ts";
import { readPlan } from "./read-plan.ts";

const InProject = z.strictObject({ projectId: uuid() });
const tag = "Overview";

export const overviewRoutes = [
  route({
    method: "GET",
    path: "/portfolio",
    id: "getPortfolio",
    tag,
    summary: "All your projects at a glance; 304 while nothing changed",
    response: Portfolio,
    policy: { action: "workspace.read" },
    handle: async (scope, { known }) => contentAnswer(await readPortfolio(scope), known),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/overview",
    id: "getOverview",
    tag,
    summary: "Is it fine, what is next, what needs somebody",
    params: InProject,
    response: Overview,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, input, { project }) =>
      keptAnswer(scope, project, input, "overview", async () => {
        const whole = await readPlan(scope, project.id);
        const figures = figuresOf(whole);
        return readOverview(scope, project, whole, figures);
      }),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/warnings",
    id: "listWarnings",
    tag,
    summary: "What will go wrong if nobody acts, strongest first, each with its next step",
    params: InProject,
    response: pageOf(EarlyWarning),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, input, { project }) =>
      keptAnswer(scope, project, input, "warnings", async () =>
        onePage((await warningsFor(scope, [project.id])).get(project.id) ?? []),
      ),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/care",
    id: "listCare",
    tag,
    summary: "What a counter counts",
    params: InProject,
    query: z.strictObject({ counter: CounterName }),
    response: pageOf(CareItem),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { query }, { project }) =>
      onePage(careList(await readPlan(scope, project.id), query.counter)),
  }),
];
