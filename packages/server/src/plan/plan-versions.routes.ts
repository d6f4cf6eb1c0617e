import { z } from "zod";
import { route } from "../access/route.ts";
import { line, onePage, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import {
  diffOfVersions,
  keepVersion,
  projectVersions,
  visibleVersion,
  wholeVersion,
} from "./plan-versions.ts";
import { PlanVersion, VersionDiff, WholePlanVersion } from "./plan-versions.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ planVersionId: uuid() });
const tag = "Plan";

export const planVersionRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/plan-versions",
    id: "listPlanVersions",
    tag,
    summary: "The versions of a plan that were kept, newest first; each is a baseline",
    params: InProject,
    response: pageOf(PlanVersion),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => onePage(await projectVersions(scope, project.id)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/plan-versions",
    id: "keepPlanVersion",
    tag,
    summary: "Keep the plan as it is now as the next version, to measure against; never changed again",
    status: 201,
    params: InProject,
    body: z.strictObject({ reason: line(1_000).optional() }),
    response: PlanVersion,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => keepVersion(scope, project.id, body),
  }),
  route({
    method: "GET",
    path: "/plan-versions/{planVersionId}",
    id: "getPlanVersion",
    tag,
    summary: "One version with the whole plan that it keeps",
    params: One,
    response: WholePlanVersion,
    policy: {
      action: "project.read",
      load: (scope, { params }) => visibleVersion(scope, params.planVersionId),
    },
    handle: (scope, _input, access) => wholeVersion(scope, access),
  }),
  route({
    method: "GET",
    path: "/plan-versions/{planVersionId}/diff",
    id: "diffPlanVersion",
    tag,
    summary: "What has changed from this version to another one, or to the plan as it is now",
    params: One,
    query: z.strictObject({ to: uuid().optional() }),
    response: VersionDiff,
    policy: {
      action: "project.read",
      load: (scope, { params }) => visibleVersion(scope, params.planVersionId),
    },
    handle: (scope, { query }, access) => diffOfVersions(scope, access, query.to),
  }),
];
