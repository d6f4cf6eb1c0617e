import type { FastifyRequest } from "fastify";
import type { Actor } from "../access/roles.ts";
import type { Services } from "../access/route.ts";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { conflict, refused } from "../kit/errors.ts";
import { authOf } from "./auth.ts";
import { authHeadersOf } from "./auth-exchange.ts";
import { refusedAsNull } from "./auth-refusal.ts";
import { confirmPassword } from "./password.ts";
import { sourceOf } from "./session-source.ts";
import { spendCode } from "./session-throttle.ts";

/** The secret for the authenticator app, as an address to scan, and codes for the day the phone is gone: shown once. */
export async function prepareSecondFactor(
  services: Services,
  actor: Actor,
  request: FastifyRequest,
  password: string,
) {
  await confirmPassword(services, actor.userId, sourceOf(request), password);
  const { api } = await authOf(services);
  const headers = authHeadersOf(request, services.kit);
  const made = await refusedAsNull(api.enableTwoFactor({ body: { password, method: "totp" }, headers }));
  if (made?.method !== "totp")
    throw conflict("totp-on", "The second step is already on. Turn it off first to set it up anew.");
  return { uri: made.totpURI, backupCodes: made.backupCodes };
}

/** Turns it on once the app shows the right code; the session gets a new token. */
export async function confirmSecondFactor(
  services: Services,
  actor: Actor,
  request: FastifyRequest,
  code: string,
): Promise<string[]> {
  const { api } = await authOf(services);
  const call = {
    body: { code },
    headers: authHeadersOf(request, services.kit),
    returnHeaders: true,
  } as const;
  const fresh = await spendCode(services, actor.userId, code);
  const answer = fresh ? await refusedAsNull(api.verifyTOTP(call)) : null;
  if (!answer)
    throw refused("wrong-totp", "This code is not right or was used already. Wait for the next one.");
  await noteChange(services, actor, "secondFactor.added");
  return answer.headers.getSetCookie();
}

export async function removeSecondFactor(
  services: Services,
  actor: Actor,
  request: FastifyRequest,
  password: string,
): Promise<string[]> {
  await confirmPassword(services, actor.userId, sourceOf(request), password);
  const { api } = await authOf(services);
  const headers = authHeadersOf(request, services.kit);
  const answer = await api.disableTwoFactor({ body: { password }, headers, returnHeaders: true });
  await noteChange(services, actor, "secondFactor.removed");
  return answer.headers.getSetCookie();
}

async function noteChange(
  { database, kit }: Services,
  { workspaceId, personId }: Actor,
  verb: "secondFactor.added" | "secondFactor.removed",
): Promise<void> {
  const by = { workspaceId, actorId: personId, at: kit.clock.now() };
  const subject = { kind: "person", id: personId } as const;
  await database.inWorkspace(workspaceId, (tx: Tx) => recordFor(tx, by, { verb, subject }));
}
