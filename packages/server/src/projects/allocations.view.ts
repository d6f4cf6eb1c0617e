import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import type { AllocationRow } from "./allocations.store.ts";

export const Allocation = z
  .object({
    id: z.string(),
    personId: z.string(),
    /** Null for what is outside Milepost, and for a project that you do not see. */
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullable(),
    /** "Elsewhere", or what it is; "Other work" for a project that you do not see. */
    label: z.string(),
    /** Empty for everybody but the person. */
    detail: z.string(),
    percent: z.int(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
  })
  .meta({ id: "Allocation" });

export type AllocationView = z.infer<typeof Allocation>;

export function presentAllocation(
  { actor }: Scope,
  { projectId, label, detail, ...row }: AllocationRow,
  seen: ReadonlyMap<string, { id: string; key: string; name: string }>,
): AllocationView {
  const project = seen.get(projectId ?? "");
  const hidden = projectId !== null && !project;
  return {
    ...row,
    project: project ? { id: project.id, key: project.key, name: project.name } : null,
    label: hidden ? "Other work" : project ? project.name : label,
    detail: row.personId === actor.personId ? detail : "",
  };
}
