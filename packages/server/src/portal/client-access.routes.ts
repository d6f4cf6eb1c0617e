import { z } from "zod";
import { route, shownOnce } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { page, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { clientAccess, endContactAccess, handOverLink, sendLink } from "./client-access.ts";
import { ClientAccess, PortalView } from "./client-access.view.ts";
import { listViews, type ViewRow } from "./portal-views.store.ts";

const InProject = z.strictObject({ projectId: uuid() });
const OfContact = z.strictObject({ projectId: uuid(), contactId: uuid() });
const tag = "Clients";

const load = (scope: Scope, { params }: { params: { projectId: string } }) =>
  visibleProject(scope, params.projectId);

export const clientAccessRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/client-access",
    id: "getClientAccess",
    tag,
    summary: "How the client's people come in, and when they last did",
    params: InProject,
    response: ClientAccess,
    policy: { action: "client.read", load },
    handle: (scope, _input, { project }) => clientAccess(scope, project),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/portal-views",
    id: "listPortalViews",
    tag,
    summary: "Who of the client opened which page and when, newest first",
    params: InProject,
    query: z.strictObject({ ...page, cursor: uuid().optional() }),
    response: pageOf(PortalView),
    policy: { action: "client.read", load },
    handle: async (scope, { query: { limit, cursor } }, { project }) => {
      const rows = await listViews(scope, project.id, { limit: limit + 1, before: cursor });
      const shown = rows.slice(0, limit);
      const nextCursor = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
      return { items: shown.map(present), nextCursor };
    },
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/contacts/{contactId}/link",
    id: "sendContactLink",
    tag,
    summary: "Mail a contact the link to their page",
    params: OfContact,
    policy: { action: "plan.edit", load },
    handle: (scope, { params }, { project }) => sendLink(scope, project, params.contactId),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/contacts/{contactId}/handed-over-link",
    id: "handOverContactLink",
    tag,
    summary: "Get a link to hand over, when mail cannot carry it",
    params: OfContact,
    response: z
      .object({ url: z.string(), expiresAt: z.iso.datetime() })
      .meta({ id: "HandedOverContactLink" }),
    policy: { action: "plan.edit", load },
    handle: async (scope, { params }, { project }) =>
      shownOnce(await handOverLink(scope, project, params.contactId)),
  }),
  route({
    method: "DELETE",
    path: "/projects/{projectId}/contacts/{contactId}/access",
    id: "endContactAccess",
    tag,
    summary: "End all links and sessions of a contact at once",
    params: OfContact,
    policy: { action: "plan.edit", load },
    handle: (scope, { params }, { project }) => endContactAccess(scope, project, params.contactId),
  }),
];

function present({ fetchedAt, seenAt, ...row }: ViewRow): z.infer<typeof PortalView> {
  return { ...row, fetchedAt: fetchedAt.toISOString(), seenAt: seenAt?.toISOString() ?? null };
}
