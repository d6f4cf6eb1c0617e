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

/** The house, as it carries out what this person has decided: it may all that follows, and the person is named for it. */
export function houseFor(workspaceId: string, personId: string): Actor {
  return { ...houseOf(workspaceId), personId };
}
