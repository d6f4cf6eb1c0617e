import { checkPlan, type Finding, type PlanCheck } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import type { PlanView } from "./plan.view.ts";
import type { WholePlan } from "./read-plan.ts";

/** A rule whose facts nobody can give yet: what the client was asked. */
const LATER: Finding["id"] = "L17";

export function checkOf({ plan, work, forecast }: WholePlan): PlanCheck {
  const { findings, skipped } = checkPlan(plan, work.today, {}, forecast?.result ?? null);
  return { findings: findings.filter(({ id }) => id !== LATER), skipped };
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
    skippedChecks: [
      ...skipped,
      ...(unpublished ? [{ id: "L16", why: "needs_publishing" }] : []),
      { id: LATER, why: "needs_client_side" },
    ],
  };
}
