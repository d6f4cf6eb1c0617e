import { z } from "zod";
import { route, shownOnce } from "../access/route.ts";
import { civilDate, onePage, pageOf, text, title, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listProjects } from "../projects/projects.store.ts";
import {
  acceptAnswer,
  askClient,
  cancelRequest,
  changeRequest,
  createRequest,
  requestsOf,
  sendBack,
  visibleRequest,
  waitingRequests,
} from "./client-requests.ts";
import { ClientRequest, presentRequest, RequestKind } from "./client-requests.view.ts";
import { handOverRequest } from "./hand-over.ts";

const InProject = z.strictObject({ projectId: uuid() });
const One = z.strictObject({ requestId: uuid() });
const Round = z.strictObject({ round: z.int().min(1).max(1_000) });
const HandedOver = z.object({ url: z.string() }).meta({ id: "HandedOverRequestLink" });
const tag = "Client requests";

const NewRequest = z.strictObject({
  kind: RequestKind,
  title: title(),
  why: text(5_000).optional(),
  questions: z.array(title(1_000)).max(30).optional(),
  dueOn: civilDate().nullable().optional(),
  milestoneId: uuid().nullable().optional(),
  contactId: uuid().nullable().optional(),
});

export const clientRequestRoutes = [
  route({
    method: "GET",
    path: "/client-requests",
    id: "listWaitingRequests",
    tag,
    summary: "What clients have been asked for and what of it was not looked at, over all your projects",
    response: pageOf(ClientRequest),
    policy: { action: "workspace.read" },
    handle: async (scope) => {
      const projects = await listProjects(scope, { archived: false });
      const rows = await waitingRequests(
        scope,
        projects.map(({ id }) => id),
      );
      return onePage(rows.map(presentRequest));
    },
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/client-requests",
    id: "listClientRequests",
    tag,
    summary: "What this project's client has been asked for, drafts included",
    params: InProject,
    response: pageOf(ClientRequest),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) =>
      onePage((await requestsOf(scope, project)).map(presentRequest)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/client-requests",
    id: "createClientRequest",
    tag,
    summary: "Write a request to the client; it is asked when it is sent",
    status: 201,
    params: InProject,
    body: NewRequest,
    response: ClientRequest,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleProject(scope, params.projectId),
    },
    handle: async (scope, { body }, { project }) => presentRequest(await createRequest(scope, project, body)),
  }),
  route({
    method: "GET",
    path: "/client-requests/{requestId}",
    id: "getClientRequest",
    tag,
    summary: "One request with what was answered",
    params: One,
    response: ClientRequest,
    policy: { action: "project.read", load: (scope, { params }) => visibleRequest(scope, params.requestId) },
    handle: async (_scope, _input, { request }) => presentRequest(request),
  }),
  route({
    method: "PATCH",
    path: "/client-requests/{requestId}",
    id: "changeClientRequest",
    tag,
    summary: "Change a request; once asked, its questions and its person stay",
    params: One,
    body: NewRequest.partial(),
    response: ClientRequest,
    ifMatch: true,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleRequest(scope, params.requestId),
    },
    handle: async (scope, { body, revision }, { request }) =>
      presentRequest(await changeRequest(scope, request, revision, body)),
  }),
  route({
    method: "POST",
    path: "/client-requests/{requestId}/ask",
    status: 200,
    id: "askClient",
    tag,
    summary: "Ask the named contact by mail; the client's clock begins",
    params: One,
    response: ClientRequest,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleRequest(scope, params.requestId),
    },
    handle: async (scope, _input, access) => presentRequest(await askClient(scope, access)),
  }),
  route({
    method: "POST",
    path: "/client-requests/{requestId}/handed-over-link",
    id: "handOverRequestLink",
    tag,
    summary: "Get a link to what was asked to hand over, when mail cannot carry it; answers by it say so",
    params: One,
    response: HandedOver,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleRequest(scope, params.requestId) },
    handle: async (scope, _input, access) => shownOnce(await handOverRequest(scope, access)),
  }),
  route({
    method: "POST",
    path: "/client-requests/{requestId}/accept",
    status: 200,
    id: "acceptClientAnswer",
    tag,
    summary: "Accept the answer of the round that was seen",
    params: One,
    body: Round,
    response: ClientRequest,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleRequest(scope, params.requestId),
    },
    handle: async (scope, { body }, { request }) =>
      presentRequest(await acceptAnswer(scope, request, body.round)),
  }),
  route({
    method: "POST",
    path: "/client-requests/{requestId}/send-back",
    status: 200,
    id: "sendClientAnswerBack",
    tag,
    summary: "Give the answer back with a reason; the client is asked again",
    params: One,
    body: Round.extend({ reason: title(2_000) }),
    response: ClientRequest,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleRequest(scope, params.requestId),
    },
    handle: async (scope, { body }, { request }) => presentRequest(await sendBack(scope, request, body)),
  }),
  route({
    method: "POST",
    path: "/client-requests/{requestId}/cancel",
    status: 200,
    id: "cancelClientRequest",
    tag,
    summary: "Cancel a request: it is no longer needed",
    params: One,
    response: ClientRequest,
    policy: {
      action: "clientThread.write",
      load: (scope, { params }) => visibleRequest(scope, params.requestId),
    },
    handle: async (scope, _input, { request }) => presentRequest(await cancelRequest(scope, request)),
  }),
];
