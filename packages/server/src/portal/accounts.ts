import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { revokeSessions, voidCodes } from "../clients/contact-access.store.ts";
import { resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { Problem } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { insertUser, keepPassword, passwordHashOf } from "../people/auth-users.store.ts";
import { consumeLink, type LinkRow } from "../people/links.store.ts";
import { fitsPassword, hashPassword } from "../people/password.ts";
import { beginAttempt, endAttempt, failedAttempt } from "../people/session-throttle.ts";
import { findAccount, giveAccount } from "./accounts.store.ts";
import { supersedePersonLinks } from "./person-links.store.ts";
import { openSession } from "./portal-sessions.ts";

interface Credentials {
  workspace: string;
  email: string;
  password: string;
}

/** A session for the right password; unknown, without an account and wrong sound and last the same. */
export async function signInToPortal(
  services: Services,
  request: FastifyRequest,
  { workspace, email, password }: Credentials,
): Promise<string> {
  const { database, kit } = services;
  const attempt = await beginAttempt(services, `contact ${workspace} ${email}`, request.ip);
  const found = await resolveAccess(database.outside, "contact-email", sha256(email), workspace);
  const hash = found?.userId ? await passwordHashOf(database.outside, found.userId) : null;
  const fits = await fitsPassword(services, hash, password);
  if (!fits || !found?.personId)
    throw failedAttempt(
      attempt,
      new Problem(
        401,
        "wrong-credentials",
        "Not signed in",
        "This address and password do not open anything here.",
      ),
    );
  await endAttempt(services, attempt);
  const { workspaceId, personId } = found;
  return database.inWorkspace(workspaceId, (tx) =>
    openSession(tx, kit, { workspaceId, personId, linkId: null, level: "account" }),
  );
}

interface OwnLink {
  link: LinkRow;
  personId: string;
}

/** The link opens a session once; null for everybody who comes later. It proves the mailbox, as choosing a new password would. */
export async function spendSignInLink(
  { database, kit }: Services,
  { link, personId }: OwnLink,
): Promise<string | null> {
  const { workspaceId } = link;
  return database.inWorkspace(workspaceId, async (tx) => {
    if (!(await consumeLink(tx, link, kit.clock.now()))) return null;
    const level = (await findAccount(tx, { workspaceId, personId })) ? "account" : "code";
    return openSession(tx, kit, { workspaceId, personId, linkId: link.id, level });
  });
}

/** Sets the password once, ends every session and sign-in that is open, and opens a session; null when the link is spent. */
export async function choosePassword(
  services: Services,
  { link, personId }: OwnLink,
  password: string,
): Promise<string | null> {
  const { database, kit } = services;
  const { workspaceId } = link;
  const whose = { workspaceId, personId };
  const hash = await hashPassword(services, password);
  const now = kit.clock.now();
  return database.inWorkspace(workspaceId, async (tx) => {
    if (!(await consumeLink(tx, link, now))) return null;
    if (!(await storePassword(tx, whose, hash, now))) return null;
    await revokeSessions(tx, whose, now);
    await voidCodes(tx, whose, now);
    for (const kind of ["sign-in", "account"]) await supersedePersonLinks(tx, { ...whose, kind }, now);
    await recordFor(
      tx,
      { workspaceId, actorId: personId, at: now },
      { verb: "contact.passwordChosen", subject: { kind: "person", id: personId } },
    );
    return openSession(tx, kit, { ...whose, linkId: null, level: "account" });
  });
}

/**
 * A contact's sign-in is a user of its own under a name that is no mail address: a member with the same address has
 * another one, so neither opens what belongs to the other.
 */
async function storePassword(
  tx: Tx,
  whose: { workspaceId: string; personId: string },
  hash: string,
  now: Date,
): Promise<boolean> {
  const known = await findAccount(tx, whose);
  if (known) {
    await keepPassword(tx, known, hash, now);
    return true;
  }
  const id = newId();
  await insertUser(tx, {
    id,
    name: "Contact",
    email: `${whose.personId}@contact.invalid`,
    passwordHash: hash,
  });
  return giveAccount(tx, whose, id);
}
