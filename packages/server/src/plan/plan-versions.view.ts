import { z } from "zod";
import { PlanSnapshot } from "./plan-snapshot.ts";

export const PlanVersion = z
  .object({
    id: z.string(),
    projectId: z.string(),
    /** "Baseline 2": numbers are never given twice. */
    n: z.int(),
    /** In the words of who kept it. */
    reason: z.string(),
    /** SHA-256 of the whole snapshot as it is stored. */
    hash: z.string(),
    personId: z.string().nullable(),
    at: z.iso.datetime(),
    /** By whom of the client, and when; null: not approved. */
    approved: z.object({ at: z.iso.datetime(), by: z.array(z.string()) }).nullable(),
  })
  .meta({ id: "PlanVersion" });

export const WholePlanVersion = PlanVersion.extend({ plan: PlanSnapshot }).meta({ id: "WholePlanVersion" });

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const VersionField = z
  .object({
    field: z.string(),
    from: Value,
    to: Value,
    /** By how much a date moved; null for what is no date or was none. */
    workingDays: z.int().nullable(),
    calendarDays: z.int().nullable(),
  })
  .meta({ id: "VersionField" });

const VersionChange = z
  .object({
    kind: z.enum(["project", "objective", "milestone", "link", "fixedDate"]),
    id: z.string(),
    number: z.int().nullable(),
    title: z.string(),
    change: z.enum(["added", "removed", "changed"]),
    fields: z.array(VersionField),
  })
  .meta({ id: "VersionChange" });

export const VersionDiff = z
  .object({
    from: PlanVersion,
    /** Null: the plan as it is now. */
    to: PlanVersion.nullable(),
    changes: z.array(VersionChange),
  })
  .meta({ id: "VersionDiff" });

export type PlanVersionView = z.infer<typeof PlanVersion>;
export type WholePlanVersionView = z.infer<typeof WholePlanVersion>;
export type VersionDiffView = z.infer<typeof VersionDiff>;
export type VersionChangeView = z.infer<typeof VersionChange>;
export type VersionFieldView = z.infer<typeof VersionField>;
