import { z } from "zod";
import { PROJECT_ROLES } from "../access/roles.ts";
import { route } from "../access/route.ts";
import { onePage, pageOf, uuid } from "../kit/fields.ts";
import { visibleProject } from "./project-access.store.ts";
import { listProjectMembers } from "./project-members.store.ts";
import { removeProjectMember, setProjectMember } from "./project-members.ts";
import { contactsOfProject, membersOfProject } from "./project-people.store.ts";

const Params = z.strictObject({ projectId: uuid() });
const PersonParams = z.strictObject({ projectId: uuid(), personId: uuid() });

const ProjectMember = z
  .object({
    personId: z.string(),
    name: z.string(),
    role: z.enum(PROJECT_ROLES),
    workspaceRole: z.string(),
    seesMoney: z.boolean(),
  })
  .meta({ id: "ProjectMember" });

const ProjectPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["member", "contact"]),
    role: z.string(),
    projectRole: z.enum(PROJECT_ROLES).nullable(),
  })
  .meta({ id: "ProjectPerson" });

export const projectMemberRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/members",
    id: "listProjectMembers",
    tag: "Projects",
    summary: "Who works on a project",
    params: Params,
    response: pageOf(ProjectMember),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params }) =>
      onePage((await listProjectMembers(scope, params.projectId)).map((row) => ProjectMember.parse(row))),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/members/{personId}",
    id: "setProjectMember",
    tag: "Projects",
    summary: "Bring somebody onto a project, or change their part",
    params: PersonParams,
    body: z.strictObject({ role: z.enum(PROJECT_ROLES), seesMoney: z.boolean().optional() }),
    response: ProjectMember,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params, body }, { project }) =>
      ProjectMember.parse(await setProjectMember(scope, project, params.personId, body)),
  }),
  route({
    method: "DELETE",
    path: "/projects/{projectId}/members/{personId}",
    id: "removeProjectMember",
    tag: "Projects",
    summary: "Take somebody off a project",
    params: PersonParams,
    policy: { action: "project.edit", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: (scope, { params }, { project }) => removeProjectMember(scope, project, params.personId),
  }),
  route({
    method: "GET",
    path: "/projects/{projectId}/people",
    id: "listProjectPeople",
    tag: "Projects",
    summary: "Everybody who can be given work or be mentioned here",
    params: Params,
    response: pageOf(ProjectPerson),
    policy: { action: "project.read", load: (scope, { params }) => visibleProject(scope, params.projectId) },
    handle: async (scope, { params }) => {
      const members = await membersOfProject(scope, params.projectId);
      const contacts = scope.actor.role === "guest" ? [] : await contactsOfProject(scope, params.projectId);
      return onePage([...members, ...contacts].map((person) => ProjectPerson.parse(person)));
    },
  }),
];
