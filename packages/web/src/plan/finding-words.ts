import type { Finding, Plan } from "../lib/plan-query.ts";

export const LEVELS: Record<Finding["level"], string> = {
  error: "Must be mended",
  warn: "Look at it",
  info: "Good to know",
};

/** What a check that waits would say, and what it waits for. */
const WAITING: Record<string, string> = {
  L6: "the chance of each date needs a forecast",
  L16: "whether the client knows of each change needs a published plan",
};

/** "Not asked yet: the chance of each date needs a forecast; ..." */
export function waitingText(skipped: Plan["skippedChecks"]): string {
  return `Not asked yet: ${skipped.map(({ id }) => WAITING[id] ?? id).join("; ")}.`;
}

/** What the check found in one line. */
export function verdictOf({ findings, milestones }: Pick<Plan, "findings" | "milestones">): string {
  if (findings.length > 0) return counted(findings);
  return milestones.length === 0 ? "There is nothing to check yet." : "Nothing to mend.";
}

/** A finding has no id of its own: what it says about what tells it apart. */
export function findingKey({ id, subject, why }: Finding): string {
  return `${id} ${subject.kind} ${subject.id} ${why}`;
}

/** "3 to mend, 2 to look at". */
function counted(findings: readonly Finding[]): string {
  const count = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length;
  const parts = [
    [count("error"), "to mend"],
    [count("warn"), "to look at"],
    [count("info"), "good to know"],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`)
    .join(", ");
}

/** Milestones that cannot be agreed while the finding stands, by number. */
export function blockedText(plan: Plan, { blocks }: Finding): string {
  const numbers = plan.milestones.filter(({ id }) => blocks.includes(id)).map(({ number }) => `M${number}`);
  return numbers.length > 0 ? `${numbers.join(", ")} cannot be agreed before.` : "";
}
