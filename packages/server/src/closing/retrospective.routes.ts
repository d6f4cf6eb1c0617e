import { z } from "zod";
import { can } from "../access/policy.ts";
import { route } from "../access/route.ts";
import { forbidden } from "../kit/errors.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { carryOn } from "./carry-on.ts";
import {
  addAction,
  dropAction,
  holdRetrospective,
  readRetrospective,
  visibleAction,
  writePrompts,
} from "./retrospective.ts";
import { Carried, NewAction, Prompts, Retrospective, RetrospectiveAction } from "./retrospective.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const tag = "Closing";
const path = "/projects/{projectId}/retrospective";

export const retrospectiveRoutes = [
  route({
    method: "GET",
    path,
    id: "getRetrospective",
    tag,
    summary: "What came of the project beside what was planned, and what was said about it",
    params: InProject,
    response: Retrospective,
    policy: {
      action: "retrospective.read",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: (scope, _input, { project }) => readRetrospective(scope, project),
  }),
  route({
    method: "PUT",
    path,
    id: "writeRetrospective",
    tag,
    summary: "Write what to keep, what to change and whom to thank, until it is held",
    params: InProject,
    body: Prompts,
    response: Retrospective,
    ifMatch: true,
    policy: { action: "plan.work", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body, revision }, { project }) => writePrompts(scope, project, revision, body),
  }),
  route({
    method: "POST",
    path: `${path}/actions`,
    id: "addRetrospectiveAction",
    tag,
    summary: "Somebody takes something on for the next project",
    params: InProject,
    body: NewAction,
    response: RetrospectiveAction,
    policy: { action: "plan.work", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => addAction(scope, project, body),
  }),
  route({
    method: "DELETE",
    path: "/retrospective-actions/{retrospectiveActionId}",
    id: "dropRetrospectiveAction",
    tag,
    summary: "Remove an action that was not carried on",
    params: z.strictObject({ retrospectiveActionId: uuid() }),
    policy: {
      action: "plan.work",
      load: (scope, { params }) => visibleAction(scope, params.retrospectiveActionId),
    },
    handle: (scope, _input, access) => dropAction(scope, access),
  }),
  route({
    method: "POST",
    path: `${path}/hold`,
    id: "holdRetrospective",
    tag,
    summary: "Freeze what was found and said",
    status: 200,
    params: InProject,
    body: z.strictObject({ expected: z.int().min(0) }),
    response: Retrospective,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => holdRetrospective(scope, project, body.expected),
  }),
  route({
    method: "POST",
    path: `${path}/carry`,
    id: "carryOn",
    tag,
    summary:
      "Actions and cards of the Later list go on in another project, each once; the answer lists what of a card goes along",
    status: 200,
    params: InProject,
    body: z.strictObject({
      toProjectId: uuid(),
      actionIds: z.array(uuid()).max(200).default([]),
      cardIds: z.array(uuid()).max(500).default([]),
    }),
    response: Carried,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { body }, { project }) => {
      const { project: next } = await visibleProject(scope, body.toProjectId);
      if (!can(scope.actor, "card.create", { project: next })) throw forbidden();
      return carryOn(scope, project, next, body);
    },
  }),
];
