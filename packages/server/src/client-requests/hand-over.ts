import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { refused } from "../kit/errors.ts";
import { whoTakesLink } from "../portal/client-access.ts";
import { handOver } from "../portal/person-links.ts";
import type { RequestAccess } from "./client-requests.ts";

/** A link to what was asked, for where mail does not arrive: shown once, and named with everything that is answered by it. */
export async function handOverRequest(
  scope: Scope,
  { project, request }: RequestAccess,
): Promise<{ url: string }> {
  const { workspaceId, id, projectId, contactId, milestoneId, state } = request;
  if (state !== "asked" || contactId === null)
    throw refused("not-asked", "Nothing is asked of anybody here just now.", { state });
  const { email } = await whoTakesLink(scope, project, contactId);
  const url = await handOver(scope.tx, scope.kit, {
    workspaceId,
    kind: "request",
    person: { id: contactId, email },
    projectId,
    subjectId: id,
    handedOverBy: scope.actor.personId,
  });
  await record(scope, {
    verb: "clientRequest.linkHandedOver",
    subject: { kind: "clientRequest", id },
    projectId,
    data: { personId: contactId, milestoneId },
  });
  return { url };
}
