/** How sure we are who looks: a link that went to their address, a code typed from a mail, or an account. */
export const LEVELS = ["link", "code", "account"] as const;
export type Level = (typeof LEVELS)[number];

/** Somebody who looks at pages for clients. */
export interface Visitor {
  workspaceId: string;
  personId: string;
  name: string;
  email: string;
  language: string;
  zone: string;
  /** `team`: a member who was asked by a link of their own, or who looks as a client would. */
  side: "client" | "team";
  level: Level;
  /** The session of a contact on this device; null for who came by a link alone. */
  sessionId: string | null;
  /** The member who handed the link over that this rests on; a decision made so says it. */
  handedOverBy: string | null;
}

/** What a project asks for before somebody may decide, or look by session. */
export type SecurityLevel = "easy" | "code" | "account";

/** Where money hangs on a decision, a new device has to prove itself by default. */
export function securityLevelOf(project: { securityLevel: string | null; hasPrice: boolean }): SecurityLevel {
  const { securityLevel } = project;
  if (securityLevel === "easy" || securityLevel === "code" || securityLevel === "account")
    return securityLevel;
  return project.hasPrice ? "code" : "easy";
}

const NEEDED: Record<SecurityLevel, Level> = { easy: "link", code: "code", account: "account" };

export function isSureEnough(level: Level, wanted: SecurityLevel): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(NEEDED[wanted]);
}
