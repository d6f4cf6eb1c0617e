import { z } from "zod";
import { route } from "../access/route.ts";
import { uuid } from "../kit/fields.ts";
import { visibleProject } from "./project-access.store.ts";
import { removeContactRole, setContactRole } from "./project-contacts.ts";

const Params = z.strictObject({ projectId: uuid(), contactId: uuid() });

export const projectContactRoutes = [
  route({
    method: "PUT",
    path: "/projects/{projectId}/contacts/{contactId}",
    id: "setProjectContact",
    tag: "Projects",
    summary: "Say what a contact is on this project",
    params: Params,
    body: z.strictObject({ role: z.enum(["approver", "observer"]) }),
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params, body }, { project }) =>
      setContactRole(scope, project, params.contactId, body.role),
  }),
  route({
    method: "DELETE",
    path: "/projects/{projectId}/contacts/{contactId}",
    id: "removeProjectContact",
    tag: "Projects",
    summary: "Take a contact off this project",
    params: Params,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params }, { project }) => removeContactRole(scope, project, params.contactId),
  }),
];
