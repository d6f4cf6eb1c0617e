import { z } from "zod";
import { Role } from "./members.view.ts";
import { WorkspaceHead } from "./workspaces.view.ts";

export const Me = z
  .object({
    person: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      language: z.string(),
      zone: z.string(),
      country: z.string().nullable(),
      region: z.string().nullable(),
    }),
    role: Role,
    workspace: WorkspaceHead,
    /** A second factor is asked for at sign-in. */
    totp: z.boolean(),
    /** Workspace-wide actions that this person may do: decides what screens offer. */
    can: z.array(z.string()),
    mailConfigured: z.boolean(),
    /** What happens after this answer is told by live updates from here on. */
    liveAfter: z.string(),
    revision: z.int(),
  })
  .meta({ id: "Me" });

export type MeView = z.infer<typeof Me>;
