import { z } from "zod";
import { route } from "../access/route.ts";
import { onePage, pageOf, title, uuid } from "../kit/fields.ts";
import { listMembers, type MemberRow } from "./members.store.ts";
import { changeMember, member, removeMember } from "./members.ts";
import { Member, type MemberView, Role } from "./members.view.ts";

const Params = z.strictObject({ personId: uuid() });

const MemberChange = z.strictObject({
  role: Role.optional(),
  title: title(120).or(z.literal("")).optional(),
  expected: z.strictObject({ role: Role }).optional(),
});

export const memberRoutes = [
  route({
    method: "GET",
    path: "/members",
    id: "listMembers",
    tag: "People",
    summary: "Everybody who works here",
    response: pageOf(Member),
    policy: { action: "member.list" },
    handle: async (scope) => onePage((await listMembers(scope)).map(present)),
  }),
  route({
    method: "PATCH",
    path: "/members/{personId}",
    id: "changeMember",
    tag: "People",
    summary: "Change a member's role or title",
    params: Params,
    body: MemberChange,
    response: Member,
    policy: {
      action: "member.change",
      load: async (scope, { params }) => ({ personId: (await member(scope, params.personId)).personId }),
    },
    handle: async (scope, { params, body }) => present(await changeMember(scope, params.personId, body)),
  }),
  route({
    method: "DELETE",
    path: "/members/{personId}",
    id: "removeMember",
    tag: "People",
    summary: "Remove a member; their sessions end at once",
    params: Params,
    policy: {
      action: "member.change",
      load: async (scope, { params }) => ({ personId: (await member(scope, params.personId)).personId }),
    },
    handle: async (scope, { params }) => removeMember(scope, params.personId),
  }),
];

function present({ createdAt, ...row }: MemberRow): MemberView {
  return Member.parse({ ...row, joinedAt: createdAt.toISOString() });
}
