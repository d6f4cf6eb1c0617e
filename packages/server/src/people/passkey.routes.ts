import { z } from "zod";
import { openRoute, route } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { onePage, pageOf, title } from "../kit/fields.ts";
import { setCookies } from "./auth-exchange.ts";
import { deletePasskey, passkeysOfUser } from "./passkey.store.ts";
import { addPasskey, passkeyOptions, passkeySignInOptions, signInWithPasskey } from "./passkey.ts";
import { SignedInView } from "./session.view.ts";

const Passkey = z
  .object({ id: z.string(), name: z.string(), createdAt: z.iso.datetime().nullable(), backedUp: z.boolean() })
  .meta({ id: "Passkey" });
/** What the browser's WebAuthn functions give and take: checked by the library, opaque to us. */
const Options = z.record(z.string(), z.unknown()).meta({ id: "PasskeyOptions" });
const Response = z.looseObject({ id: z.string().max(2_000) });
const encoded = () => z.string().min(1).max(10_000);
/** Only the parts that prove something; browsers send more. */
const Assertion = z.object({
  id: encoded(),
  rawId: encoded(),
  type: z.literal("public-key"),
  response: z.object({ clientDataJSON: encoded(), authenticatorData: encoded(), signature: encoded() }),
});

const self = async ({ actor }: Scope) => ({ personId: actor.personId });
const because = "The ceremony is carried by a cookie of its own.";

export const passkeyRoutes = [
  route({
    method: "GET",
    path: "/me/passkeys",
    id: "listPasskeys",
    tag: "Sign-in",
    summary: "Your passkeys",
    response: pageOf(Passkey),
    policy: { action: "profile.edit", load: self },
    handle: async ({ tx, actor }) => {
      const rows = await passkeysOfUser(tx, actor.userId);
      const items = rows.map((row) => ({
        ...row,
        name: row.name ?? "Passkey",
        createdAt: row.createdAt?.toISOString() ?? null,
      }));
      return onePage(items);
    },
  }),
  openRoute({
    method: "POST",
    path: "/me/passkeys/options",
    id: "passkeyOptions",
    tag: "Sign-in",
    summary: "Begin to add a passkey",
    status: 200,
    response: Options,
    policy: "session",
    because,
    handle: async (services, _input, { request, reply }) => {
      const { options, cookies } = await passkeyOptions(services, request);
      setCookies(reply, cookies);
      return { ...options };
    },
  }),
  openRoute({
    method: "POST",
    path: "/me/passkeys",
    id: "addPasskey",
    tag: "Sign-in",
    summary: "Add the passkey that the browser made",
    body: z.strictObject({ name: title(80), response: Response }),
    response: z.object({ id: z.string() }),
    policy: "session",
    because,
    handle: async (services, { body }, { request }) => ({
      id: await addPasskey(services, request, body.name, body.response),
    }),
  }),
  route({
    method: "DELETE",
    path: "/me/passkeys/{id}",
    id: "removePasskey",
    tag: "Sign-in",
    summary: "Remove one of your passkeys",
    params: z.strictObject({ id: z.string().min(1).max(64) }),
    policy: { action: "profile.edit", load: self },
    handle: async ({ tx, actor }, { params }) => {
      if (!(await deletePasskey(tx, actor.userId, params.id))) throw notFound();
      return null;
    },
  }),
  openRoute({
    method: "POST",
    path: "/session/passkey/options",
    id: "passkeySignInOptions",
    tag: "Sign-in",
    summary: "Begin to sign in with a passkey",
    status: 200,
    response: Options,
    policy: "public",
    because,
    handle: async (services, _input, { request, reply }) => {
      const { options, cookies } = await passkeySignInOptions(services, request);
      setCookies(reply, cookies);
      return { ...options };
    },
  }),
  openRoute({
    method: "POST",
    path: "/session/passkey",
    id: "signInWithPasskey",
    tag: "Sign-in",
    summary: "Sign in with a passkey",
    body: z.strictObject({ response: Assertion }),
    response: SignedInView,
    policy: "public",
    because,
    handle: async (services, { body }, { request, reply }) => {
      const { cookies, ...signedIn } = await signInWithPasskey(services, request, body.response);
      setCookies(reply, cookies);
      return signedIn;
    },
  }),
];
