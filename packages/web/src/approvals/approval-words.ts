import { counted } from "../lib/counted.ts";
import { dayText, momentText } from "../lib/dates.ts";
import type { Approval, Kind } from "./approvals.api.ts";

export const KIND_NAMES: Record<Kind, string> = {
  completion: "Is a milestone done?",
  definition: "Is a milestone rightly described?",
  plan: "Is the plan right?",
  files: "Are files right?",
  question: "A question with answers",
};

const OUTCOMES: Record<NonNullable<Approval["outcome"]>, string> = {
  approved: "Approved",
  changes_requested: "Changes requested",
  chosen: "Chosen",
  lapsed: "Not answered",
};

export function titleText({ title, round }: Approval): string {
  return round > 1 ? `${title}, version ${round}` : title;
}

/** Where it stands, in one line. */
export function stateText(approval: Approval): string {
  const { state, outcome, outcomeAt, opensAt, waitingDays, dueOn } = approval;
  if (state === "cancelled") return "Taken back";
  if (state === "superseded") return "Replaced by a newer version";
  if (state === "decided" && outcome)
    return `${OUTCOMES[outcome]}${outcomeAt ? `, ${momentText(outcomeAt)}` : ""}`;
  if (state === "waiting") return `Goes out ${momentText(opensAt)}`;
  const waiting = waitingDays === 0 ? "since today" : counted(waitingDays, "working day");
  return `Waiting ${waiting}${dueOn ? `, by ${dayText(dueOn)}` : ""}`;
}

export const VERDICTS: Record<Approval["decisions"][number]["verdict"], string> = {
  approved: "Approved",
  changes_requested: "Changes requested",
  chosen: "Chosen",
  advised: "Opinion",
};

/** In whose name it was written down, or by what it came: shown wherever the decision is. */
export function wayText({ way, through }: Approval["decisions"][number]): string | null {
  if (way === "member") return `written down by ${through ?? "the team"}, on their behalf`;
  if (way === "window") return "accepted as agreed, without an answer";
  return through === null ? null : `by a link that ${through} handed over`;
}

const SILENCE: Record<NonNullable<Approval["acceptance"]>["otherwise"], string> = {
  escalate: "then whoever asked is told",
  accept: "then it counts as accepted, labelled so",
  open: "then it stays open",
};

/** What both sides have agreed on for the case that nobody answers. */
export function windowText({ days, otherwise }: NonNullable<Approval["acceptance"]>): string {
  return `As agreed: ${counted(days, "working day")} to answer, ${SILENCE[otherwise]}.`;
}

export function mailText(person: Approval["people"][number]): string {
  const { mail } = person;
  if (!mail) return "not yet";
  if (mail.state === "sent") return momentText(mail.at);
  if (mail.state === "outbox") return "in the outbox: no mail server";
  if (mail.state === "failed") return `did not arrive: ${mail.error ?? "no reason given"}`;
  return "on its way";
}
