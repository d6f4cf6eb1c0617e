import { z } from "zod";
import { route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { line, onePage, title, uuid, webAddress } from "../kit/fields.ts";
import { type DoorRow, listDoors, visibleDoor } from "./doors.store.ts";
import { addDoor, changeDoor, orderDoors, trashDoor } from "./doors.ts";
import { visibleProject } from "./project-access.store.ts";

const Door = z
  .object({ id: z.string(), name: z.string(), url: z.string(), revision: z.int() })
  .meta({ id: "Door" });
const InProject = z.strictObject({ projectId: uuid() });
const OneDoor = z.strictObject({ doorId: uuid() });
const ids = () => z.array(uuid()).max(30);
const tag = "Projects";
const inProject = {
  action: "plan.work",
  load: (scope: Scope, { params }: { params: z.infer<typeof InProject> }) =>
    visibleProject(scope, params.projectId),
} as const;
const oneDoor = {
  action: "plan.work",
  load: (scope: Scope, { params }: { params: z.infer<typeof OneDoor> }) => visibleDoor(scope, params.doorId),
} as const;

export const doorRoutes = [
  route({
    method: "GET",
    path: "/projects/{projectId}/doors",
    id: "listDoors",
    tag,
    summary: "Named ways from the project to outside services, in their order",
    params: InProject,
    response: z.object({ items: z.array(Door), nextCursor: z.null() }),
    policy: inProject,
    handle: async (scope, _input, { project }) => onePage((await listDoors(scope, project.id)).map(present)),
  }),
  route({
    method: "POST",
    path: "/projects/{projectId}/doors",
    id: "addDoor",
    tag,
    summary: "A way to an outside service; its address is kept and never asked for anything",
    params: InProject,
    body: z.strictObject({ url: webAddress(), name: line(80).default("") }),
    response: Door,
    policy: inProject,
    handle: async (scope, { body }, { project }) => present(await addDoor(scope, project.id, body)),
  }),
  route({
    method: "PUT",
    path: "/projects/{projectId}/doors/order",
    id: "orderDoors",
    tag,
    summary: "Their order; refused when it is no longer as you saw it",
    status: 204,
    params: InProject,
    body: z.strictObject({ ids: ids(), expected: ids() }),
    policy: inProject,
    handle: (scope, { body }, { project }) => orderDoors(scope, project.id, body.ids, body.expected),
  }),
  route({
    method: "PATCH",
    path: "/doors/{doorId}",
    id: "changeDoor",
    tag,
    summary: "What it is called and where it leads",
    params: OneDoor,
    body: z.strictObject({ name: title(80), url: webAddress() }).partial(),
    response: Door,
    ifMatch: true,
    policy: oneDoor,
    handle: async (scope, { body, revision }, { door }) =>
      present(await changeDoor(scope, door, revision, body)),
  }),
  route({
    method: "DELETE",
    path: "/doors/{doorId}",
    id: "trashDoor",
    tag,
    summary: "Into the trash, from where it can be restored for 30 days",
    params: OneDoor,
    policy: oneDoor,
    handle: (scope, _input, { door }) => trashDoor(scope, door),
  }),
];

function present({ id, name, url, revision }: DoorRow): z.infer<typeof Door> {
  return { id, name, url, revision };
}
