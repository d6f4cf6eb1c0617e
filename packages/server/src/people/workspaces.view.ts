import { z } from "zod";
import { Week } from "./week.ts";

export const WorkspaceHead = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    zone: z.string(),
    currency: z.string(),
    country: z.string().nullable(),
  })
  .meta({ id: "WorkspaceHead" });

export const Workspace = WorkspaceHead.extend({
  region: z.string().nullable(),
  week: Week,
  /** Whether it is kept when clients open a page. */
  viewLog: z.boolean(),
  revision: z.int(),
}).meta({ id: "Workspace" });

export type WorkspaceView = z.infer<typeof Workspace>;
