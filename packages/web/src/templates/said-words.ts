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
  serves: "Serves",
  ownerRole: "Responsible",
  approverRole: "Approved by",
  activities: "Activities",
  requests: "Asked of the client",
};

/** A field of a milestone as it stands with somebody else, in words. */
export function sayWords(plan: Template, field: keyof MilestoneWords, value: unknown): string {
  if (field === "ownerRole" || field === "approverRole")
    return roleName(plan, typeof value === "string" ? value : null) ?? "nobody";
  if (field === "after")
    return listed(
      plan.milestones.map(({ key, title }) => [key, title]),
      value,
    );
  if (field === "serves")
    return listed(
      plan.objectives.map(({ key, statement }) => [key, statement]),
      value,
    );
  if (field === "activities" || field === "requests") return titlesOf(value);
  return value === "" || value === null ? "empty" : `“${String(value).replaceAll("\n", "; ")}”`;
}

function listed(known: readonly (readonly [key: string, name: string])[], value: unknown): string {
  // Keys of what the field lists.
  const names = new Map(known);
  return (value as readonly string[]).map((key) => names.get(key) ?? key).join("; ") || "none";
}

function titlesOf(value: unknown): string {
  // The activities or requests of the milestone, as they are typed.
  return (value as readonly Pick<ActivityWords, "title">[]).map(({ title }) => title).join("; ") || "none";
}
