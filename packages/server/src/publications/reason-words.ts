import type { ReasonCodeWord } from "../milestones/adjustments.view.ts";
import type { Message } from "../words/say.ts";

/** Reasons as a client reads them: what is so, not whose it is. What only the team knows stays there. */
const FOR_CLIENTS: Readonly<Record<ReasonCodeWord, Message | null>> = {
  client_input_late: "input arrived later than planned",
  scope_grew: "more was added to the work",
  estimate_too_low: "the work takes longer than estimated",
  somebody_away: "availability has changed",
  waiting_for_third_party: "we are waiting for a third party",
  other_milestone_moved: "it follows another milestone that moved",
  technical_difficulty: "a technical question took longer",
  earlier_than_planned: "we are earlier than planned",
  agreed_with_client: "as agreed with you",
  other: null,
};

export function reasonForClients(code: ReasonCodeWord | null): Message | null {
  return code === null ? null : FOR_CLIENTS[code];
}
