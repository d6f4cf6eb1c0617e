import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, uuid } from "../kit/fields.ts";
import { listGroups } from "./groups.store.ts";
import { changeGroup, knownGroup, makeGroup, removeGroup } from "./groups.ts";
import { Group, GroupWish } from "./groups.view.ts";

const Params = z.strictObject({ groupId: uuid() });
const tag = "People";

export const groupRoutes = [
  route({
    method: "GET",
    path: "/groups",
    id: "listGroups",
    tag,
    summary: "Members who are named together",
    response: pageOf(Group),
    policy: { action: "member.list" },
    handle: async (scope) => onePage(await listGroups(scope)),
  }),
  route({
    method: "POST",
    path: "/groups",
    id: "makeGroup",
    tag,
    summary: "Name members together, for an @ in what is written",
    body: GroupWish,
    response: Group,
    policy: { action: "group.edit" },
    handle: (scope, { body }) => makeGroup(scope, body),
  }),
  route({
    method: "PUT",
    path: "/groups/{groupId}",
    id: "changeGroup",
    tag,
    summary: "What a group is called, and who belongs to it",
    params: Params,
    body: GroupWish,
    response: Group,
    ifMatch: true,
    policy: { action: "group.edit", load: (scope, { params }) => knownGroup(scope, params.groupId) },
    handle: (scope, { body, revision }, { group }) => changeGroup(scope, group, revision, body),
  }),
  route({
    method: "DELETE",
    path: "/groups/{groupId}",
    id: "removeGroup",
    tag,
    summary: "Name them together no more; whom it named stays named",
    status: 204,
    params: Params,
    policy: { action: "group.edit", load: (scope, { params }) => knownGroup(scope, params.groupId) },
    handle: (scope, _input, { group }) => removeGroup(scope, group),
  }),
];
