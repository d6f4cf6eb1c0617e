import { z } from "zod";
import { WORKSPACE_ROLES } from "../access/roles.ts";
import type { InvitationRow } from "./invitations.store.ts";
import { stateOf } from "./invitations.ts";

/** Never the link or anything it could be made from. */
export const Invitation = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.enum(WORKSPACE_ROLES),
    projectIds: z.array(z.string()),
    invitedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    state: z.enum(["open", "expired"]),
    mail: z.enum(["queued", "sending", "sent", "failed", "outbox"]),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "Invitation" });

export function presentInvitation(row: InvitationRow, mail: string, now: Date): z.infer<typeof Invitation> {
  return Invitation.parse({
    ...row,
    invitedBy: row.invitedBy ? { id: row.invitedBy, name: row.inviter ?? "" } : null,
    state: stateOf(row, now),
    mail,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  });
}
