import { z } from "zod";
import { WORKSPACE_ROLES } from "../access/roles.ts";

export const Role = z.enum(WORKSPACE_ROLES).meta({ id: "WorkspaceRole" });

/** Listed fields only: nothing of how a person signs in ever leaves. */
export const Member = z
  .object({
    personId: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    title: z.string(),
    zone: z.string(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    joinedAt: z.iso.datetime(),
  })
  .meta({ id: "Member" });

export type MemberView = z.infer<typeof Member>;
