import { checkPlan, type Finding, type PlanCheck } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import type { PlanView } from "./plan.view.ts";
import type { WholePlan } from "./read-plan.ts";

/** Rules whose facts nobody can give yet: what the client was told or asked. */
const LATER: readonly { id: Finding["id"]; why: string }[] = [
  { id: "L16", why: "needs_publishing" },
  { id: "L17", why: "needs_client_side" },
];

export function checkOf({ plan, work, forecast }: WholePlan): PlanCheck {
  const { findings, skipped } = checkPlan(plan, work.today, {}, forecast?.result ?? null);
  return { findings: findings.filter(({ id }) => LATER.every((later) => later.id !== id)), skipped };
}

/** What is wrong with the plan; a guest, who cannot mend it, is told nothing. */
export function presentCheck(
  { actor }: Scope,
  { findings, skipped }: PlanCheck,
): Pick<PlanView, "findings" | "skippedChecks"> {
  if (actor.role === "guest") return { findings: [], skippedChecks: [] };
  return {
    findings: findings.map((finding) => ({
      ...finding,
      items: [...finding.items],
      blocks: [...finding.blocks],
      fix: finding.fix === null ? null : { ...finding.fix },
    })),
    skippedChecks: [...skipped, ...LATER],
  };
}
