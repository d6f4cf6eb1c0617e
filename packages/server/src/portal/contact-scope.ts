import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { Visit } from "./visit.ts";

/**
 * A contact at work inside their workspace, with the least that anybody may: what they themselves may do is decided by the
 * page that calls a verb for them.
 */
export function contactScope({ visitor, services, now, request }: Visit, tx: Tx): Scope {
  const { workspaceId, personId, name, zone } = visitor;
  const actor = { workspaceId, personId, userId: "", sessionId: "", name, role: "guest" as const, zone };
  return { tx, actor, kit: services.kit, now, requestId: request.id };
}
