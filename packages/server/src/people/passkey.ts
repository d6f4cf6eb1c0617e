import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { Problem, refused } from "../kit/errors.ts";
import { authOf } from "./auth.ts";
import { authHeadersOf } from "./auth-exchange.ts";
import { refusedAsNull } from "./auth-refusal.ts";
import { memberOf, type SignedIn } from "./session-sign-in.ts";

export interface Ceremony {
  options: object;
  cookies: string[];
}

/** What the browser needs to make a passkey; only soon after signing in, so that a forgotten session cannot add one. */
export async function passkeyOptions(services: Services, request: FastifyRequest): Promise<Ceremony> {
  const { api } = await authOf(services);
  const call = { headers: authHeadersOf(request, services.kit), query: {}, returnHeaders: true } as const;
  const answer = await refusedAsNull(api.generatePasskeyRegistrationOptions(call));
  if (!answer)
    throw new Problem(403, "sign-in-again", "Sign in again", "To add a passkey, sign in once more first.");
  return { options: answer.response, cookies: answer.headers.getSetCookie() };
}

export async function addPasskey(
  services: Services,
  request: FastifyRequest,
  name: string,
  response: object,
): Promise<string> {
  const { api } = await authOf(services);
  const headers = authHeadersOf(request, services.kit);
  const made = await refusedAsNull(api.verifyPasskeyRegistration({ body: { name, response }, headers }));
  if (!made) throw refused("passkey", "This passkey could not be added. Start again.");
  return made.id;
}

export async function passkeySignInOptions(services: Services, request: FastifyRequest): Promise<Ceremony> {
  const { api } = await authOf(services);
  const answer = await api.generatePasskeyAuthenticationOptions({
    headers: authHeadersOf(request, services.kit),
    returnHeaders: true,
  });
  return { options: answer.response, cookies: answer.headers.getSetCookie() };
}

export interface Assertion {
  id: string;
  rawId: string;
  type: "public-key";
  response: { clientDataJSON: string; authenticatorData: string; signature: string };
}

/** A passkey is possession and a gesture in one: no code is asked for on top. */
export async function signInWithPasskey(
  services: Services,
  request: FastifyRequest,
  assertion: Assertion,
): Promise<SignedIn> {
  const { api } = await authOf(services);
  const response = { ...assertion, clientExtensionResults: {} };
  const call = {
    body: { response },
    headers: authHeadersOf(request, services.kit),
    returnHeaders: true,
  } as const;
  const answer = await refusedAsNull(api.verifyPasskeyAuthentication(call));
  if (!answer) throw notThisPasskey();
  const signedIn = await memberOf(services, answer.response.user.email, answer.headers.getSetCookie());
  if (!signedIn) throw notThisPasskey();
  return signedIn;
}

function notThisPasskey(): Problem {
  return new Problem(401, "wrong-passkey", "Not signed in", "This passkey does not open a session here.");
}
