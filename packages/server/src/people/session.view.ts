import { z } from "zod";
import type { SessionRow } from "./session.store.ts";

/** What a fresh session may know at once; the rest is in GET /me. */
export const SignedInView = z
  .object({ personId: z.string(), name: z.string(), workspaceId: z.string() })
  .meta({ id: "SignedIn" });

export const Session = z
  .object({
    id: z.string(),
    /** The session that asks. */
    current: z.boolean(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    address: z.string(),
    device: z.string(),
  })
  .meta({ id: "Session" });

export function presentSession(row: SessionRow, currentId: string): z.infer<typeof Session> {
  return {
    id: row.id,
    current: row.id === currentId,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    address: row.ipAddress ?? "",
    device: row.userAgent ?? "",
  };
}
