import { z } from "zod";
import type { ProjectRow } from "./projects.store.ts";

export const ProjectState = z
  .enum(["draft", "proposed", "agreed", "active", "completed"])
  .meta({ id: "ProjectState" });

export const Project = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    clientId: z.string().nullable(),
    leadId: z.string().nullable(),
    outcome: z.string(),
    scopeIn: z.string(),
    scopeOut: z.string(),
    state: ProjectState,
    pausedAt: z.iso.datetime().nullable(),
    archivedAt: z.iso.datetime().nullable(),
    startOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    currency: z.string(),
    clientApproval: z.boolean(),
    reviewCadence: z.string().nullable(),
    /** What this person is here: decides what the screen offers. */
    myRole: z.enum(["lead", "member"]).nullable(),
    revision: z.int(),
  })
  .meta({ id: "Project" });

export type ProjectView = z.infer<typeof Project>;

export function presentProject(row: ProjectRow): ProjectView {
  const { pausedAt, archivedAt } = row;
  return Project.parse({
    ...row,
    pausedAt: pausedAt?.toISOString() ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
  });
}
