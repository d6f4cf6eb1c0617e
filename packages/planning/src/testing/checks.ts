import { checkPlan } from "../checks/check-plan.ts";
import type { CheckId, Finding } from "../checks/finding.ts";
import type { Plan } from "../plan.ts";
import { plan, TODAY } from "./plans.ts";

/** What one rule finds in the clean plan with this change. */
export function findingsOf(id: CheckId, change: Partial<Plan>): Finding[] {
  return checkPlan(plan(change), TODAY).findings.filter((finding) => finding.id === id);
}

/** The ids of the subjects of those findings. */
export function subjectsOf(id: CheckId, change: Partial<Plan>): string[] {
  return findingsOf(id, change).map(({ subject }) => subject.id);
}
