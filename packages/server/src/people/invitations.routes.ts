import { z } from "zod";
import { WORKSPACE_ROLES } from "../access/roles.ts";
import { openRoute, route, shownOnce } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { email, onePage, pageOf, password, title, uuid } from "../kit/fields.ts";
import { setCookies } from "./auth-exchange.ts";
import { acceptInvitation } from "./invitation-accept.ts";
import { listInvitations } from "./invitations.store.ts";
import { handOver, invitation, invite, mailStatesOf, revoke } from "./invitations.ts";
import { Invitation, presentInvitation } from "./invitations.view.ts";
import { token } from "./password.routes.ts";
import { SignedInView } from "./session.view.ts";
import { sourceOf } from "./session-source.ts";

const Params = z.strictObject({ id: uuid() });

const NewInvitation = z.strictObject({
  email: email(),
  role: z.enum(WORKSPACE_ROLES),
  projectIds: z.array(uuid()).max(200).default([]),
});

export const invitationRoutes = [
  route({
    method: "GET",
    path: "/invitations",
    id: "listInvitations",
    tag: "People",
    summary: "Invitations that wait for an answer",
    response: pageOf(Invitation),
    policy: { action: "member.invite" },
    handle: async (scope) => {
      const rows = await listInvitations(scope);
      const mails = await mailStatesOf(scope, rows);
      const items = rows.map((row) => presentInvitation(row, mails.get(row.id) ?? "outbox", scope.now));
      return onePage(items);
    },
  }),
  route({
    method: "POST",
    path: "/invitations",
    id: "invite",
    tag: "People",
    summary: "Invite somebody to the workspace",
    body: NewInvitation,
    response: Invitation,
    policy: { action: "member.invite" },
    handle: async (scope, { body }) => one(scope, await invite(scope, body)),
  }),
  route({
    method: "DELETE",
    path: "/invitations/{id}",
    id: "revokeInvitation",
    tag: "People",
    summary: "Take an invitation back",
    params: Params,
    policy: {
      action: "member.invite",
      load: (scope, { params }) => invitation(scope, params.id).then(() => ({})),
    },
    handle: async (scope, { params }) => {
      await revoke(scope, params.id);
      return null;
    },
  }),
  route({
    method: "POST",
    path: "/invitations/{id}/link",
    id: "handOverInvitation",
    tag: "People",
    summary: "Get a link to hand over, when mail cannot carry it",
    params: Params,
    response: z.object({ url: z.string(), expiresAt: z.iso.datetime() }).meta({ id: "HandedOverLink" }),
    policy: {
      action: "member.invite",
      load: (scope, { params }) => invitation(scope, params.id).then(() => ({})),
    },
    handle: async (scope, { params }) => shownOnce(await handOver(scope, params.id)),
  }),
  openRoute({
    method: "POST",
    path: "/invitations/accept",
    id: "acceptInvitation",
    tag: "Sign-in",
    summary: "Join with an invitation",
    body: z.strictObject({
      token: token(),
      name: title(120).optional(),
      password: password(),
      totp: z.string().trim().min(6).max(40).optional(),
    }),
    response: SignedInView,
    policy: "public",
    because: "The link stands for its addressee, once.",
    handle: async (services, { body }, { request, reply }) => {
      const { cookies, ...signedIn } = await acceptInvitation(services, sourceOf(request), body);
      setCookies(reply, cookies);
      return signedIn;
    },
  }),
];

async function one(scope: Scope, id: string): Promise<z.infer<typeof Invitation>> {
  const row = await invitation(scope, id);
  const mails = await mailStatesOf(scope, [row]);
  return presentInvitation(row, mails.get(id) ?? "outbox", scope.now);
}
