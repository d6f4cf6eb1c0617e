import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "../access/roles.ts";
import type { Services } from "../access/route.ts";
import { type Access, resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { Problem } from "../kit/errors.ts";
import { randomToken, sha256 } from "../kit/secret.ts";
import { queueMail } from "../mail/mails.ts";
import { authOf } from "./auth.ts";
import { keepPassword, passwordHashOf } from "./auth-users.store.ts";
import { consumeLink, supersedeLinks } from "./links.store.ts";
import { linkGone, makeLink, openLink } from "./links.ts";
import { endSessionsOfUser } from "./session.store.ts";
import { networkOf, type Source } from "./session-source.ts";
import { beginAttempt, endAttempt, failedAttempt, mayAsk } from "./session-throttle.ts";

const HOUR_MS = 3_600_000;
const ASKED_PER_WINDOW = 5;
const ANSWER_MS = 250;

/** Mails a link to somebody who is known; nobody can tell from the answer or its time whether they are. */
export async function askForReset(services: Services, source: Source, email: string): Promise<void> {
  await Promise.all([sendReset(services, source, email), pause(ANSWER_MS)]);
}

async function sendReset(services: Services, source: Source, email: string): Promise<void> {
  const { database, kit } = services;
  if (!(await mayAsk(services, ["reset", email], ASKED_PER_WINDOW))) return;
  if (!(await mayAsk(services, ["reset from", networkOf(source.address)], 10 * ASKED_PER_WINDOW))) return;
  const access = await resolveAccess(database.outside, "email", sha256(email));
  if (!access?.userId) return;
  await database.inWorkspace(access.workspaceId, async (tx) => {
    const linkId = await makeResetLink(tx, services, access, email);
    const to = { workspaceId: access.workspaceId, personId: access.personId, email };
    if (linkId) await queueMail(tx, kit, to, { kind: "reset", data: { linkId } }, linkId);
  });
}

/** Null for somebody without a password, who has nothing to reset. */
export async function makeResetLink(
  tx: Tx,
  { kit }: Services,
  access: Access,
  email: string,
): Promise<string | null> {
  const { workspaceId, userId } = access;
  const current = userId && (await passwordHashOf(tx, userId));
  if (!current) return null;
  await supersedeLinks(tx, workspaceId, { userId, kind: "reset" }, kit.clock.now());
  return makeLink(tx, kit, {
    workspaceId,
    kind: "reset",
    email,
    userId,
    lastsMs: HOUR_MS,
    boundTo: sha256(current),
  });
}

/** Sets the new password once and ends every session of that person. */
export async function resetPassword(services: Services, token: string, next: string): Promise<void> {
  const { database, kit } = services;
  const link = await openLink(services, "reset", token);
  const { userId, workspaceId } = link;
  const access = await resolveAccess(database.outside, "email", sha256(link.email));
  if (!userId || access?.userId !== userId) throw linkGone();
  const passwordHash = await hashPassword(services, next);
  await database.inWorkspace(workspaceId, async (tx) => {
    const now = kit.clock.now();
    const current = await passwordHashOf(tx, userId);
    if (!current || sha256(current) !== link.boundTo || !(await consumeLink(tx, link, now))) throw linkGone();
    await replacePassword(tx, services, workspaceId, userId, passwordHash);
    await endSessionsOfUser(tx, userId);
  });
}

/** Needs the current password; every other session of this person ends. */
export async function changePassword(
  services: Services,
  actor: Actor,
  source: Source,
  wanted: { current: string; next: string },
): Promise<void> {
  const { database, kit } = services;
  await confirmPassword(services, actor.userId, source, wanted.current);
  const passwordHash = await hashPassword(services, wanted.next);
  await database.inWorkspace(actor.workspaceId, async (tx) => {
    await replacePassword(tx, services, actor.workspaceId, actor.userId, passwordHash);
    await endSessionsOfUser(tx, actor.userId, actor.sessionId);
    await recordFor(
      tx,
      { workspaceId: actor.workspaceId, actorId: actor.personId, at: kit.clock.now() },
      {
        verb: "password.changed",
        subject: { kind: "person", id: actor.personId },
      },
    );
  });
}

/** A session alone does not change how its owner signs in. */
export async function confirmPassword(
  services: Services,
  userId: string,
  source: Source,
  password: string,
): Promise<void> {
  const attempt = await beginAttempt(services, userId, source.address);
  const hash = await passwordHashOf(services.database.outside, userId);
  if (!(await fitsPassword(services, hash, password)))
    throw failedAttempt(
      attempt,
      new Problem(403, "wrong-password", "Not changed", "The current password is not right."),
    );
  await endAttempt(services, attempt);
}

async function replacePassword(
  tx: Tx,
  { kit }: Services,
  workspaceId: string,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await keepPassword(tx, userId, passwordHash, kit.clock.now());
  await supersedeLinks(tx, workspaceId, { userId, kind: "reset" }, kit.clock.now());
}

export async function hashPassword(services: Services, password: string): Promise<string> {
  const context = await (await authOf(services)).$context;
  return context.password.hash(password);
}

const decoys = new WeakMap<Services["database"], Promise<string>>();

/** Whether it is the password; where there is none it takes just as long to say no. */
export async function fitsPassword(
  services: Services,
  hash: string | null,
  password: string,
): Promise<boolean> {
  const context = await (await authOf(services)).$context;
  const decoy = decoys.get(services.database) ?? hashPassword(services, randomToken());
  decoys.set(services.database, decoy);
  const fits = await context.password.verify({ hash: hash ?? (await decoy), password });
  return fits && hash !== null;
}
