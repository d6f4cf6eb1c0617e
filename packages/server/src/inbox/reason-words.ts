import { z } from "zod";
import type { Reason } from "./reasons.ts";
import type { ItemRow } from "./visible-items.store.ts";

const Facts = z.object({
  part: z.enum(["asker", "owner", "lead", "team", "watcher", "talker"]).nullable().catch(null),
  /** What warns, each with its next step. */
  says: z.array(z.string()).catch([]),
  /** The number in the sentence of a switch. */
  days: z.int().catch(0),
});

const WHAT: Record<Exclude<Reason, "warned">, (by: string, days: number) => string> = {
  mentioned: (by) => `${by} mentioned you`,
  client_wrote: (by) => `${by} wrote`,
  named: (by) => `${by} mentioned you`,
  replied: (by) => `${by} answered`,
  message: (by) => `${by} wrote to the project`,
  checked_in: () => "Waits for your answer",
  question_asked: (by) => `${by} asked about their part`,
  decided: (by) => `${by} decided`,
  changes_requested: (by) => `${by} requested changes`,
  taken_back: (by) => `${by} took the decision back`,
  unanswered: () => "No answer yet, and no reminder goes out any more",
  answered: (by) => `${by} answered`,
  wished: (by) => `${by} asked for more`,
  wish_waits: () => "Still waits for your answer",
  proposed: (by) => `${by} proposed something else`,
  counter_agreed: (by) => `${by} agreed to your proposal`,
  notice: () => "The plan was published",
  review_due: () => "The review is due",
  review_overdue: () => "The review is overdue",
  approval_offered: () => "All of its “Done when” is met: you can ask the client for approval",
  still_blocked: (_by, days) => `Blocked for ${workingDays(days)}`,
  untouched: (_by, days) => `Begun, and nothing has changed for ${workingDays(days)}`,
  due_not_begun: () => "Due on the next working day, and not begun",
  estimate_missing: () => "It has begun without an estimate: how much work is it?",
  owner: (by) => `${by} made you its owner`,
  lead: (by) => `${by} made you its lead`,
  assigned: (by) => `${by} assigned you`,
  watched_talk: (by) => `${by} commented`,
  watched_done: (by) => `${by} finished it`,
  watched_dates: (by) => `${by} changed its dates`,
};

/** In one short sentence, as page and mail say it. */
export function whatHappened(row: ItemRow): string {
  const { reason, byName, facts } = row;
  // Whole sentences follow: the reason for telling this person stands before them.
  if (reason === "warned") return `Early warning, ${partOf(row)}: ${Facts.parse(facts).says.join(" ")}`;
  // The column takes no other words.
  return WHAT[reason as keyof typeof WHAT](byName ?? "Somebody", Facts.parse(facts).days);
}

function workingDays(days: number): string {
  return days === 1 ? "a working day" : `${days} working days`;
}

/** They say themselves what this person is in it. */
const SAYS_WHY: ReadonlySet<string> = new Set<Reason>(["owner", "lead", "assigned", "mentioned", "warned"]);

/** What this person is in it; null where what happened says so itself. */
export function becauseOf(row: ItemRow): string | null {
  return SAYS_WHY.has(row.reason) ? null : partOf(row);
}

function partOf({ facts, thingKind, key, number, milestoneNumber, projectName }: ItemRow): string | null {
  switch (Facts.parse(facts).part) {
    case "asker":
      return "because you asked";
    case "owner":
      return `because you own ${key}-M${thingKind === "milestone" ? number : milestoneNumber}`;
    case "lead":
      return `because you lead ${projectName}`;
    case "team":
      return `because you are on ${projectName}`;
    case "watcher":
      return "because you watch it";
    case "talker":
      return "because you wrote in it";
    default:
      return null;
  }
}
