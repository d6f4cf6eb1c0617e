import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { addDependency, dropDependency, visibleDependency } from "./dependencies.ts";
import { Dependency } from "./plan.view.ts";

const End = z.strictObject({ kind: z.enum(["milestone", "card"]), id: uuid() });
const tag = "Plan";

export const dependencyRoutes = [
  route({
    method: "POST",
    path: "/projects/{projectId}/dependencies",
    id: "addDependency",
    tag,
    summary: "Let a milestone or card follow another; a circle is refused by name",
    params: z.strictObject({ projectId: uuid() }),
    body: z.strictObject({
      from: End,
      to: End,
      kind: z.enum(["FS", "SS", "FF", "SF"]).default("FS"),
      lagDays: z.int().min(-365).max(365).default(0),
    }),
    response: Dependency,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => addDependency(scope, project, body),
  }),
  route({
    method: "DELETE",
    path: "/dependencies/{dependencyId}",
    id: "removeDependency",
    tag,
    summary: "Take a dependency away",
    params: z.strictObject({ dependencyId: uuid() }),
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visibleDependency(scope, params.dependencyId),
    },
    handle: (scope, _input, { dependency }) => dropDependency(scope, dependency),
  }),
];
