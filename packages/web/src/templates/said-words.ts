import type { Template } from "@milepost/planning";
import type { ActivityWords, MilestoneWords } from "./milestone-words.ts";
import { roleName } from "./template-words.ts";

export const WORD_LABELS: Record<keyof MilestoneWords, string> = {
  title: "Title",
  outcome: "Outcome",
  why: "Why it matters",
  done: "Done when",
  handed: "Handed over",
  clientPart: "The client's part",
  first: "Begins on working day",
  days: "Working days",
  after: "Begins after",
  ownerRole: "Responsible",
  approverRole: "Approved by",
  activities: "Activities",
};

/** A field of a milestone as it stands with somebody else, in words. */
export function sayWords(plan: Template, field: keyof MilestoneWords, value: unknown): string {
  if (field === "ownerRole" || field === "approverRole")
    return roleName(plan, typeof value === "string" ? value : null) ?? "nobody";
  if (field === "after" || field === "activities") return listed(plan, value);
  return value === "" || value === null ? "empty" : `“${String(value).replaceAll("\n", "; ")}”`;
}

function listed({ milestones }: Template, value: unknown): string {
  // Both are lists: of keys, or of activities.
  const rows = Array.isArray(value) ? (value as readonly (string | ActivityWords)[]) : [];
  const names = rows.map((row) =>
    typeof row === "string" ? (milestones.find(({ key }) => key === row)?.title ?? row) : row.title,
  );
  return names.join("; ") || "none";
}
