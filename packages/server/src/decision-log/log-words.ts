import type { Say } from "../words/say.ts";
import type { LogAnswer, LogEntry, LogKind, LogOutcome, LogState } from "./log-entries.ts";

/** What was asked, in a word or two. */
export function kindText(say: Say, kind: LogKind): string {
  switch (kind) {
    case "plan":
      return say("Plan");
    case "definition":
      return say("What a milestone means");
    case "completion":
      return say("Milestone done");
    case "files":
      return say("Files");
    case "change":
      return say("Beyond the plan");
    case "question":
      return say("Question");
  }
}

export function stateText(say: Say, state: LogState): string {
  if (state === "open") return say("Open");
  return state === "decided" ? say("Decided") : say("Taken back");
}

export function outcomeText(say: Say, { outcome, choice, answers }: LogEntry): string {
  if (outcome === null) return "";
  if (answers.some(({ way }) => way === "window")) return say("accepted as agreed, without an answer");
  return outcome === "chosen" && choice !== null ? choice : outcomeWord(say, outcome);
}

export function outcomeWord(say: Say, outcome: LogOutcome): string {
  switch (outcome) {
    case "approved":
      return say("approved");
    case "changes_requested":
      return say("changes requested");
    case "chosen":
      return say("chosen");
    case "lapsed":
      return say("not answered in time");
    case "accepted":
      return say("accepted");
    case "declined":
      return say("not done");
    case "replaced":
      return say("replaced by a newer version");
    case "taken_back":
      return say("taken back");
  }
}

/** What one of several said. */
export function answerText(say: Say, { verdict, choice }: LogAnswer): string {
  if (choice !== null) return choice;
  if (verdict === "changes_requested") return say("changes requested");
  if (verdict === "accepted") return say("accepted");
  return verdict === "declined" ? say("not done") : say("approved");
}
