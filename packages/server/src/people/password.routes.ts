import { z } from "zod";
import { openRoute } from "../access/route.ts";
import { notSignedIn } from "../kit/errors.ts";
import { email, password } from "../kit/fields.ts";
import { askForReset, changePassword, resetPassword } from "./password.ts";
import { sourceOf } from "./session-source.ts";

export const token = () => z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, "This is not a whole link.");

export const passwordRoutes = [
  openRoute({
    method: "POST",
    path: "/password-reset",
    id: "askForPasswordReset",
    tag: "Sign-in",
    summary: "Ask for a link to choose a new password",
    status: 202,
    body: z.strictObject({ email: email() }),
    response: z.object({ detail: z.string() }),
    policy: "public",
    because:
      "Whoever forgot the password has no session; the answer never says whether the address is known.",
    handle: async (services, { body }, { request }) => {
      await askForReset(services, sourceOf(request), body.email);
      return { detail: "If this address is known here, a mail with a link is on its way." };
    },
  }),
  openRoute({
    method: "POST",
    path: "/password-reset/confirm",
    id: "resetPassword",
    tag: "Sign-in",
    summary: "Choose a new password with a link",
    status: 204,
    body: z.strictObject({ token: token(), password: password() }),
    policy: "public",
    because: "The link stands for its person, once.",
    handle: async (services, { body }) => {
      await resetPassword(services, body.token, body.password);
      return undefined;
    },
  }),
  openRoute({
    method: "PUT",
    path: "/me/password",
    id: "changePassword",
    tag: "Sign-in",
    summary: "Change your password and sign out everywhere else",
    body: z.strictObject({ current: z.string().min(1).max(200), next: password() }),
    policy: "session",
    because: "The try is counted even when the password is wrong, so it has transactions of its own.",
    handle: async (services, { body }, { request, actor }) => {
      if (!actor) throw notSignedIn();
      await changePassword(services, actor, sourceOf(request), body);
      return undefined;
    },
  }),
];
