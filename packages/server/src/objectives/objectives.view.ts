import { z } from "zod";
import type { ObjectiveRow } from "./objectives.store.ts";

export const Objective = z
  .object({
    id: z.string(),
    projectId: z.string(),
    statement: z.string(),
    ourReason: z.string(),
    clientReason: z.string(),
    measure: z.string(),
    unit: z.string(),
    baseline: z.number().nullable(),
    target: z.number().nullable(),
    current: z.number().nullable(),
    targetOn: z.string().nullable(),
    position: z.string(),
    revision: z.int(),
  })
  .meta({ id: "Objective" });

const ObjectiveReading = z
  .object({ onDate: z.string(), value: z.number(), personId: z.string().nullable() })
  .meta({ id: "ObjectiveReading" });

export const ObjectivePage = Objective.extend({ readings: z.array(ObjectiveReading) }).meta({
  id: "ObjectivePage",
});

export type ObjectiveView = z.infer<typeof Objective>;

export function presentObjective(row: ObjectiveRow): ObjectiveView {
  const { workspaceId: _workspace, createdAt: _made, ...shown } = row;
  return shown;
}
