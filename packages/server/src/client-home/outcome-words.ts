import type { Say } from "../words/say.ts";

export function outcomeText(say: Say, outcome: string | null): string {
  switch (outcome) {
    case "approved":
      return say("Approved");
    case "changes_requested":
      return say("Changes requested");
    case "chosen":
      return say("Decided");
    case "lapsed":
      return say("Accepted as agreed when nobody answered");
    default:
      return say("Open");
  }
}
