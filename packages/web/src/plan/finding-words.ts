import type { Finding, Plan } from "../lib/plan-query.ts";

export const LEVELS: Record<Finding["level"], string> = {
  error: "Must be mended",
  warn: "Look at it",
  info: "Good to know",
};

/** Why a check waits. */
export const SKIPPED: Record<string, string> = {
  needs_forecast: "needs a forecast",
  needs_publishing: "needs a published plan",
  needs_client_side: "needs the client's side",
};

/** A finding has no id of its own: what it says about what tells it apart. */
export function findingKey({ id, subject, why }: Finding): string {
  return `${id} ${subject.kind} ${subject.id} ${why}`;
}

/** "3 to mend, 2 to look at". */
export function counted(findings: readonly Finding[]): string {
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
