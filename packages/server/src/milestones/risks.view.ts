import { z } from "zod";
import type { RiskRow } from "./risks.store.ts";

export const Risk = z
  .object({
    id: z.string(),
    projectId: z.string(),
    title: z.string(),
    /** Percent. */
    chance: z.int(),
    /** Days it would cost if it happens. */
    impactLow: z.int(),
    impactLikely: z.int(),
    impactHigh: z.int(),
    /** Chance x mean impact, in days to one decimal: what the register is sorted by. */
    effectDays: z.number(),
    ownerId: z.string().nullable(),
    trigger: z.string(),
    response: z.string(),
    status: z.enum(["open", "closed"]),
    audience: z.enum(["team", "client"]),
    milestoneIds: z.array(z.string()),
    revision: z.int(),
  })
  .meta({ id: "Risk" });

export type RiskView = z.infer<typeof Risk>;

export function presentRisk(row: RiskRow): RiskView {
  return Risk.parse({ ...row, effectDays: effectOf(row), milestoneIds: row.milestones.map(({ id }) => id) });
}

/** The register: what threatens the dates most comes first, what is closed last. */
export function presentRisks(rows: readonly RiskRow[]): RiskView[] {
  return rows
    .map(presentRisk)
    .sort(
      (a, b) => Number(a.status === "closed") - Number(b.status === "closed") || b.effectDays - a.effectDays,
    );
}

/** The mean of low, likely and high as the PERT estimate weighs them. */
function effectOf({ chance, impactLow, impactLikely, impactHigh }: RiskRow): number {
  return Math.round((chance * (impactLow + 4 * impactLikely + impactHigh)) / 60) / 10;
}
