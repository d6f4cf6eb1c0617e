import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { resolveAccess } from "../db/access.ts";
import { sha256 } from "../kit/secret.ts";
import { networkOf } from "../people/session-source.ts";
import { mayAsk } from "../people/session-throttle.ts";

/** As long as looking for somebody and writing a mail may take: known or not, the answer comes after it. */
export const ANSWER_MS = 250;
const ASKS = 5;

/** Who has this address at a client of the workspace, as long as nobody asks too often; null looks the same from outside. */
export async function contactByAddress(
  services: Services,
  request: FastifyRequest,
  email: string,
  workspace: string | null,
): Promise<{ workspaceId: string; personId: string } | null> {
  if (email === "" || email.length > 254) return null;
  if (!(await mayAsk(services, ["home link", email], ASKS))) return null;
  if (!(await mayAsk(services, ["home link from", networkOf(request.ip)], 10 * ASKS))) return null;
  const found = await resolveAccess(services.database.outside, "contact-email", sha256(email), workspace);
  return found?.personId ? { workspaceId: found.workspaceId, personId: found.personId } : null;
}

/** A mail again for somebody who holds an old link. */
export function mayAskAgain(services: Services, personId: string): Promise<boolean> {
  return mayAsk(services, ["again", personId], ASKS);
}
