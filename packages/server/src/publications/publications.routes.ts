import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, text, uuid } from "../kit/fields.ts";
import { keptAnswer } from "../plan/kept-plan.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import {
  previewPublication,
  publicationState,
  publicationsOf,
  publish,
  visiblePublication,
  withdrawPublication,
} from "./publications.ts";
import { Publication, PublicationPreview, PublicationState } from "./publications.view.ts";

const InProject = z.strictObject({ projectId: uuid() });
const words = () => text(10_000);
const tag = "Publications";

export const publicationRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/publication-state",
    id: "getPublicationState",
    tag,
    summary:
      "How many changes the client has not been told, and what is being published; 304 while nothing changed",
    params: InProject,
    response: PublicationState,
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, input, { project }) =>
      keptAnswer(scope, project, input, "publication", () => publicationState(scope, project)),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/publication-preview",
    id: "previewPublication",
    tag,
    summary: "What publishing now would change for the client, and who would be told",
    params: InProject,
    response: PublicationPreview,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, _input, { project }) => previewPublication(scope, project),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/publications",
    id: "listPublications",
    tag,
    summary: "What the client was told and when, newest first",
    params: InProject,
    response: pageOf(Publication),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, _input, { project }) => onePage(await publicationsOf(scope, project)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/publications",
    id: "publish",
    tag,
    summary: "Publish the plan to the client as it was previewed; for two minutes it can be taken back",
    status: 201,
    params: InProject,
    body: z.strictObject({
      clientText: words(),
      teamText: words(),
      expectedHash: z.string().regex(/^[0-9a-f]{64}$/, "Send the hash of the preview."),
      expectedLast: z.int().min(0).max(1_000_000),
    }),
    response: Publication,
    policy: { action: "plan.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { body }, { project }) => publish(scope, project.id, body),
  }),
  route({
    method: "POST",
    path: "/publications/{publicationId}/withdraw",
    id: "withdrawPublication",
    tag,
    summary: "Take a publication back while its two minutes run, with the plan version that it made",
    status: 204,
    params: z.strictObject({ publicationId: uuid() }),
    policy: {
      action: "plan.edit",
      load: (scope, { params }) => visiblePublication(scope, params.publicationId),
    },
    handle: (scope, _input, { publication }) => withdrawPublication(scope, publication),
  }),
];
