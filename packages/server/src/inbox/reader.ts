import { WORKSPACE_ROLES } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";

/** A member who gets mail of what is theirs. */
export interface Reader {
  workspaceId: string;
  personId: string;
  userId: string;
  role: string;
  name: string;
  email: string;
  zone: string;
}

/** The reader, who sees in a mail no more than in the app. */
export function actorOf({ workspaceId, personId, userId, name, role, zone }: Reader): Scope["actor"] {
  const known = WORKSPACE_ROLES.find((one) => one === role) ?? "guest";
  return { workspaceId, personId, userId, sessionId: "", name, role: known, zone };
}
