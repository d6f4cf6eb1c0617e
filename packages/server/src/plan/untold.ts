import type { PlanAdjustment } from "@milepost/planning";
import type { AdjustedField } from "../milestones/adjustments.view.ts";
import type { MilestoneWithParts } from "../milestones/milestone-parts.store.ts";
import type { ToldMilestone, UntoldChange } from "./told-plan.store.ts";

const FIELDS = {
  title: "scope",
  outcome: "scope",
  startOn: "date",
  targetOn: "date",
  ownerId: "owner",
  priceMinor: "price",
} as const;

/**
 * What is different of the milestones that clients know, since they were last told. An adjustment that another one has put
 * back is none; what was changed around the plan, by an import say, is told as well.
 */
export function untoldAdjustments(
  milestones: readonly MilestoneWithParts[],
  told: readonly ToldMilestone[] | null,
  changes: readonly UntoldChange[],
): PlanAdjustment[] {
  const last = new Map(told?.map((one) => [one.id, one]));
  const ids = new Map(changes.map(({ id, milestoneId, field }) => [`${milestoneId}:${field}`, id]));
  return milestones.flatMap((row) => {
    const known = last.get(row.id);
    if (known === undefined || row.audience !== "client") return [];
    return [...differing(row, known)].map((field) => {
      const key = `${row.id}:${field}`;
      return { id: ids.get(key) ?? key, milestoneId: row.id, field, told: false };
    });
  });
}

function differing(row: MilestoneWithParts, known: ToldMilestone): ReadonlySet<AdjustedField> {
  const names = ["title", "outcome", "startOn", "targetOn", "ownerId", "priceMinor"] as const;
  const fields = new Set<AdjustedField>(
    names.filter((name) => row[name] !== known[name]).map((name) => FIELDS[name]),
  );
  if (criteriaOf(row) !== criteriaOf(known)) fields.add("criteria");
  return fields;
}

function criteriaOf({ criteria }: { criteria: readonly { text: string }[] }): string {
  return JSON.stringify(criteria.map(({ text }) => text));
}
