import type { PlanAdjustment } from "@milepost/planning";
import type { MilestoneWithParts } from "../milestones/milestone-parts.store.ts";
import type { ToldMilestone } from "./told-plan.store.ts";

const FIELDS = ["title", "outcome", "startOn", "targetOn", "ownerId", "priceMinor"] as const;

/** What is different of the milestones that clients know, since they were last told. */
export function untoldAdjustments(
  milestones: readonly MilestoneWithParts[],
  told: readonly ToldMilestone[] | null,
): PlanAdjustment[] {
  const last = new Map(told?.map((one) => [one.id, one]));
  return milestones.flatMap((row) => {
    const known = last.get(row.id);
    if (known === undefined || row.audience !== "client") return [];
    const fields = FIELDS.filter((field) => row[field] !== known[field]).map(String);
    if (criteriaOf(row) !== criteriaOf(known)) fields.push("criteria");
    return fields.map((field) => ({ id: `${row.id}:${field}`, milestoneId: row.id, field, told: false }));
  });
}

function criteriaOf({ criteria }: { criteria: readonly { text: string }[] }): string {
  return JSON.stringify(criteria.map(({ text }) => text));
}
