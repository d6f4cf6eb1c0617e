import { checkPlan, type PlanCheck } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import type { PlanView } from "./plan.view.ts";
import type { WholePlan } from "./read-plan.ts";

export function checkOf({ plan, work, forecast }: WholePlan): PlanCheck {
  return checkPlan(plan, work.today, {}, forecast?.result ?? null);
}

/** What is wrong with the plan; a guest, who cannot mend it, is told nothing. */
export function presentCheck(
  { actor }: Scope,
  { rows: { head, told } }: WholePlan,
  { findings, skipped }: PlanCheck,
): Pick<PlanView, "findings" | "skippedChecks"> {
  if (actor.role === "guest") return { findings: [], skippedChecks: [] };
  const unpublished = head.clientId !== null && told === null;
  return {
    findings: findings.map((finding) => ({
      ...finding,
      items: [...finding.items],
      blocks: [...finding.blocks],
      fix: finding.fix === null ? null : { ...finding.fix },
    })),
    skippedChecks: [...skipped, ...(unpublished ? [{ id: "L16", why: "needs_publishing" }] : [])],
  };
}
