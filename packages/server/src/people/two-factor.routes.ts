import { z } from "zod";
import type { Actor } from "../access/roles.ts";
import { openRoute } from "../access/route.ts";
import { notSignedIn } from "../kit/errors.ts";
import { setCookies } from "./auth-exchange.ts";
import { confirmSecondFactor, prepareSecondFactor, removeSecondFactor } from "./two-factor.ts";

const Password = z.strictObject({ password: z.string().min(1).max(200) });
const because = "It is about one's own sign-in, and changes the session's cookie.";

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw notSignedIn();
  return actor;
}

export const twoFactorRoutes = [
  openRoute({
    method: "POST",
    path: "/me/totp",
    id: "prepareSecondFactor",
    tag: "Sign-in",
    summary: "Get a secret for an authenticator app, and backup codes",
    body: Password,
    response: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }).meta({ id: "SecondFactor" }),
    policy: "session",
    because,
    handle: (services, { body }, { request, actor }) =>
      prepareSecondFactor(services, signedIn(actor), request, body.password),
  }),
  openRoute({
    method: "POST",
    path: "/me/totp/confirm",
    id: "confirmSecondFactor",
    tag: "Sign-in",
    summary: "Turn the second step on with a code of the app",
    status: 204,
    body: z.strictObject({ code: z.string().regex(/^\d{6}$/, "Enter the six digits of the app.") }),
    policy: "session",
    because,
    handle: async (services, { body }, { request, reply, actor }) => {
      setCookies(reply, await confirmSecondFactor(services, signedIn(actor), request, body.code));
      return undefined;
    },
  }),
  openRoute({
    method: "DELETE",
    path: "/me/totp",
    id: "removeSecondFactor",
    tag: "Sign-in",
    summary: "Turn the second step off",
    body: Password,
    policy: "session",
    because,
    handle: async (services, { body }, { request, reply, actor }) => {
      setCookies(reply, await removeSecondFactor(services, signedIn(actor), request, body.password));
      return undefined;
    },
  }),
];
