import { z } from "zod";

export const ADJUSTED_FIELDS = ["date", "scope", "criteria", "owner", "price"] as const;
export type AdjustedField = (typeof ADJUSTED_FIELDS)[number];

/** Why a promise was changed, in neutral words: nobody is blamed by a code. */
export const ReasonCode = z
  .enum([
    "client_input_late",
    "scope_grew",
    "estimate_too_low",
    "somebody_away",
    "waiting_for_third_party",
    "other_milestone_moved",
    "technical_difficulty",
    "earlier_than_planned",
    "agreed_with_client",
    "other",
  ])
  .meta({ id: "ReasonCode" });
export type ReasonCodeWord = z.infer<typeof ReasonCode>;

/** What somebody said about a change, as far as they did; and in which review. */
export interface Why {
  reasonCode?: ReasonCodeWord | undefined;
  reason?: string | undefined;
  reviewId?: string | undefined;
}

/** As the team says it. */
const REASON_WORDS: Readonly<Record<ReasonCodeWord, string>> = {
  client_input_late: "Client input late",
  scope_grew: "Scope grew",
  estimate_too_low: "Estimate was too low",
  somebody_away: "Somebody was away",
  waiting_for_third_party: "Waiting for a third party",
  other_milestone_moved: "Another milestone moved",
  technical_difficulty: "Technical difficulty",
  earlier_than_planned: "Earlier than planned",
  agreed_with_client: "Agreed with the client",
  other: "Other",
};

/** "Client input late: the texts came on Friday"; empty where nobody said anything. */
export function reasonText({ reasonCode, reason = "" }: Pick<Why, "reasonCode" | "reason">): string {
  const code =
    reasonCode === undefined || (reasonCode === "other" && reason !== "") ? "" : REASON_WORDS[reasonCode];
  return [code, reason].filter((part) => part !== "").join(": ");
}
