import { z } from "zod";
import { openRoute, route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { email, onePage, pageOf } from "../kit/fields.ts";
import { clearedSession, setCookies } from "./auth-exchange.ts";
import { endSession, sessionsOfUser } from "./session.store.ts";
import { presentSession, Session, SignedInView } from "./session.view.ts";
import { signIn } from "./session-sign-in.ts";
import { sourceOf } from "./session-source.ts";

export const Credentials = z.strictObject({
  email: email(),
  password: z.string().min(1).max(200),
  totp: z.string().trim().min(6).max(40).optional(),
});

const self = async ({ actor }: Scope) => ({ personId: actor.personId });

export const sessionRoutes = [
  openRoute({
    method: "POST",
    path: "/session",
    id: "signIn",
    tag: "Sign-in",
    summary: "Sign in with mail address and password",
    body: Credentials,
    response: SignedInView,
    policy: "public",
    because: "Nobody has a session before signing in.",
    handle: async (services, { body }, { request, reply }) => {
      const { cookies, ...signedIn } = await signIn(services, sourceOf(request), body);
      setCookies(reply, cookies);
      return signedIn;
    },
  }),
  openRoute({
    method: "DELETE",
    path: "/session",
    id: "signOut",
    tag: "Sign-in",
    summary: "Sign out",
    policy: "public",
    because: "Signing out twice is no mistake.",
    handle: async ({ database, kit }, _input, { reply, actor }) => {
      if (actor) await endSession(database.outside, actor.userId, actor.sessionId);
      setCookies(reply, [clearedSession(kit)]);
      return undefined;
    },
  }),
  route({
    method: "GET",
    path: "/sessions",
    id: "listSessions",
    tag: "Sign-in",
    summary: "Where you are signed in",
    response: pageOf(Session),
    policy: { action: "profile.edit", load: self },
    handle: async ({ tx, actor, now }) => {
      const rows = await sessionsOfUser(tx, actor.userId, now);
      return onePage(rows.map((row) => presentSession(row, actor.sessionId)));
    },
  }),
  route({
    method: "DELETE",
    path: "/sessions/{id}",
    id: "endSession",
    tag: "Sign-in",
    summary: "Sign out somewhere else",
    params: z.strictObject({ id: z.string().min(1).max(64) }),
    policy: { action: "profile.edit", load: self },
    handle: async ({ tx, actor }, { params }) => {
      if (!(await endSession(tx, actor.userId, params.id))) throw notFound();
      return null;
    },
  }),
];
