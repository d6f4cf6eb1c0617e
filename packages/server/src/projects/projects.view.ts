import { z } from "zod";
import { AcceptanceWindow, windowOf } from "./acceptance-window.view.ts";
import type { ProjectRow } from "./projects.store.ts";
import { cadenceWords } from "./review-words.ts";

export const ProjectState = z
  .enum(["draft", "proposed", "agreed", "active", "completed"])
  .meta({ id: "ProjectState" });

/** How people of the client get in: by a link that was mailed, by a code on a new device, or with an account. */
export const SecurityLevel = z.enum(["easy", "code", "account"]).meta({ id: "SecurityLevel" });

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
    /** How often it is reviewed, in words such as "every 10 days"; null while nobody has set it. */
    reviewCadence: z.string().nullable(),
    /** Null: by code as soon as the project has a price, by link until then. */
    securityLevel: SecurityLevel.nullable(),
    showsForecast: z.boolean(),
    showsCriteria: z.boolean(),
    /** Whether observers of the client may write to the team; approvers always may. */
    observersComment: z.boolean(),
    /** As it is wished for: it holds from the next plan on that the client approves. */
    acceptance: AcceptanceWindow.nullable(),
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
    acceptance: windowOf(row),
    reviewCadence: cadenceWords(row),
    pausedAt: pausedAt?.toISOString() ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
  });
}
