import { z } from "zod";
import { route } from "../access/route.ts";
import { civilDate, minutes, money, onePage, pageOf, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { effectOfChange } from "./change-effect.ts";
import {
  askForMore,
  changesOf,
  declineChange,
  present,
  quoteChange,
  visibleChange,
} from "./change-requests.ts";
import { ChangeRequest, EffectPreview } from "./change-requests.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ changeRequestId: uuid() });
const tag = "Change requests";

const Estimate = z.strictObject({
  low: minutes().nullable().default(null),
  likely: minutes().min(1),
  high: minutes().nullable().default(null),
  milestoneId: uuid(),
  assigneeId: uuid().nullable().default(null),
});

export const changeRequestRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/change-requests",
    id: "listChangeRequests",
    tag,
    summary: "What the client asked for beyond the plan, and what became of it, newest first",
    params: InProject,
    response: pageOf(ChangeRequest),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => onePage(await changesOf(scope, project)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/change-requests",
    id: "addChangeRequest",
    tag,
    summary: "Write down what a client asked for by another way",
    params: InProject,
    body: z.strictObject({
      title: title(),
      words: text(5_000).default(""),
      milestoneId: uuid().nullable().optional(),
    }),
    response: ChangeRequest,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, { body }, { project }) =>
      present(scope, project, await askForMore(scope, project.id, body)),
  }),
  route({
    method: "POST",
    path: "/change-requests/{changeRequestId}/effect",
    id: "previewChangeEffect",
    tag,
    summary: "What an estimate would do to the dates; nothing is written",
    status: 200,
    params: One,
    body: Estimate,
    response: EffectPreview,
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visibleChange(scope, params.changeRequestId),
    },
    handle: (scope, { body }, { project }) => effectOfChange(scope, project.id, body),
  }),
  route({
    method: "POST",
    path: "/change-requests/{changeRequestId}/quote",
    id: "quoteChange",
    tag,
    summary: "Put days and price before the client, who decides",
    status: 200,
    params: One,
    body: Estimate.extend({
      priceMinor: money(),
      words: text(500).default(""),
      deciderIds: z.array(uuid()).min(1).max(20),
      dueOn: civilDate().nullable().default(null),
      /** The dates that are promised with it, as they were looked at; without them those of the forecast. */
      targets: z
        .array(z.strictObject({ milestoneId: uuid(), targetOn: civilDate() }))
        .max(200)
        .optional(),
    }),
    response: ChangeRequest,
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visibleChange(scope, params.changeRequestId),
    },
    handle: async (scope, { body }, access) =>
      present(scope, access.project, await quoteChange(scope, access, body)),
  }),
  route({
    method: "POST",
    path: "/change-requests/{changeRequestId}/decline",
    id: "declineChange",
    tag,
    summary: "Decline a wish with a reason; the record stays",
    status: 200,
    params: One,
    body: z.strictObject({ answer: title(2_000) }),
    response: ChangeRequest,
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visibleChange(scope, params.changeRequestId),
    },
    handle: async (scope, { body }, access) =>
      present(scope, access.project, await declineChange(scope, access, body.answer)),
  }),
];
