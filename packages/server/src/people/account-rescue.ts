import type { Services } from "../access/route.ts";
import { type Access, resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { notFound } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { linkAddress } from "../mail/mail-link.ts";
import { dropSecondFactor, makeOwner } from "./account-rescue.store.ts";
import { makeResetLink } from "./password.ts";

/**
 * For whoever can run commands beside the data, when an owner is locked out: a link to choose a new password, good
 * for an hour. `withoutSecondStep` also forgets a lost authenticator.
 */
export async function rescueLink(
  services: Services,
  email: string,
  withoutSecondStep = false,
): Promise<string> {
  const address = email.trim().toLowerCase();
  return inWorkspaceOf(services, address, async (tx, access) => {
    const linkId = await makeResetLink(tx, services, access, address);
    if (!linkId || !access.userId) throw notFound("This person has no password to reset.");
    if (withoutSecondStep) await dropSecondFactor(tx, access.userId);
    await note(tx, services, access, "password.rescued", { withoutSecondStep });
    return linkAddress(services.kit, "reset", linkId);
  });
}

/** Makes a member an owner; false when they were one already. */
export async function promote(services: Services, email: string): Promise<boolean> {
  return inWorkspaceOf(services, email.trim().toLowerCase(), async (tx, access) => {
    const changed = await makeOwner(tx, access.workspaceId, access.personId ?? "");
    if (changed)
      await note(tx, services, access, "member.promoted", { role: { from: access.role, to: "owner" } });
    return changed;
  });
}

async function inWorkspaceOf<T>(
  { database }: Services,
  email: string,
  work: (tx: Tx, access: Access) => Promise<T>,
): Promise<T> {
  const access = await resolveAccess(database.outside, "email", sha256(email));
  if (!access?.personId) throw notFound("No member signs in with this mail address.");
  return database.inWorkspace(access.workspaceId, (tx) => work(tx, access));
}

/** Nobody signed in did it: the record names no person. */
async function note(
  tx: Tx,
  { kit }: Services,
  { workspaceId, personId }: Access,
  verb: `${string}.${string}`,
  data: Record<string, unknown>,
): Promise<void> {
  const subject = { kind: "person", id: personId ?? workspaceId } as const;
  await recordFor(tx, { workspaceId, actorId: null, at: kit.clock.now() }, { verb, subject, data });
}
