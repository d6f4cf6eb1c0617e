import type { Actor } from "./roles.ts";

/** The house itself, in no session: it reads a workspace whole and works for nobody in particular. */
export function houseOf(workspaceId: string): Actor {
  return {
    workspaceId,
    personId: workspaceId,
    userId: "",
    sessionId: "",
    name: "",
    role: "owner",
    zone: "UTC",
  };
}
