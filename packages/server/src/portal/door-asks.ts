import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { type Access, resolveAccess } from "../db/access.ts";
import { sha256 } from "../kit/secret.ts";
import { networkOf } from "../people/session-source.ts";
import { mayAsk } from "../people/session-throttle.ts";

/** As long as looking for somebody and writing a mail may take: known or not, the answer comes after it. */
export const ANSWER_MS = 250;
const ASKS = 5;

/** More houses than that nobody has; how long one answer takes has to have an end. */
const HOUSES = 20;

export interface KnownContact {
  workspaceId: string;
  personId: string;
}

/**
 * Who has this address at a client: of the workspace that is named, or of each that knows it. As long as nobody asks too
 * often; nobody looks the same from outside.
 */
export async function contactsByAddress(
  services: Services,
  request: FastifyRequest,
  email: string,
  workspace: string | null,
): Promise<KnownContact[]> {
  if (email === "" || email.length > 254) return [];
  if (!(await mayAsk(services, ["home link", email], ASKS))) return [];
  if (!(await mayAsk(services, ["home link from", networkOf(request.ip)], 10 * ASKS))) return [];
  const { outside } = services.database;
  const hash = sha256(email);
  if (workspace !== null) {
    const found = known(await resolveAccess(outside, "contact-email", hash, workspace));
    return found ? [found] : [];
  }
  const all: KnownContact[] = [];
  for (let last: string | null = null; all.length < HOUSES; ) {
    const found = known(await resolveAccess(outside, "next-contact-email", hash, last));
    if (!found) break;
    all.push(found);
    last = found.workspaceId;
  }
  return all;
}

function known(found: Access | undefined): KnownContact | null {
  return found?.personId ? { workspaceId: found.workspaceId, personId: found.personId } : null;
}

/** A mail again for somebody who holds an old link. */
export function mayAskAgain(services: Services, personId: string): Promise<boolean> {
  return mayAsk(services, ["again", personId], ASKS);
}
