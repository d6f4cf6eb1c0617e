import { type SignOff, type SignOffDecision, type SignOffRequest, signOff } from "@milepost/planning";
import type { AskedPerson } from "./approval-people.store.ts";
import type { ApprovalRow } from "./approvals.store.ts";
import { isChosen } from "./choices.ts";
import type { DecisionRow } from "./decisions.store.ts";

/** Where a request stands as one word. */
export type ApprovalState = "waiting" | "open" | "decided" | "superseded" | "cancelled";

export function stateOf(row: ApprovalRow, now: Date): ApprovalState {
  if (row.cancelledAt !== null || row.withdrawn) return "cancelled";
  if (row.outcome !== null) return "decided";
  if (row.supersededAt !== null) return "superseded";
  return row.opensAt > now ? "waiting" : "open";
}

/** The rows as planning reads them; a choice counts as a yes to what was asked. */
export function signOffRequest(
  { rule }: Pick<ApprovalRow, "rule">,
  people: readonly AskedPerson[],
  decisions: readonly DecisionRow[],
): SignOffRequest {
  return {
    rule: rule === "all" || rule === "order" ? rule : "any",
    approvers: people
      .filter(({ part }) => part === "decider")
      .map(({ personId, delegateId }) => ({ personId, delegateId })),
    decisions: decisions.filter(({ verdict }) => verdict !== "advised").map(signOffDecision),
  };
}

function signOffDecision({ personId, verdict, at, withdrawnAt }: DecisionRow): SignOffDecision {
  return {
    personId,
    verdict: verdict === "changes_requested" ? "changes_requested" : "approved",
    at: at.toISOString(),
    withdrawn: withdrawnAt !== null,
  };
}

export type Outcome = "approved" | "changes_requested" | "chosen";

export interface Standing extends SignOff {
  outcome: Outcome | null;
}

export function standingOf(
  row: Pick<ApprovalRow, "rule" | "kind">,
  people: readonly AskedPerson[],
  decisions: readonly DecisionRow[],
): Standing {
  const signed = signOff(signOffRequest(row, people, decisions));
  const yes = isChosen(row.kind) ? "chosen" : "approved";
  const outcome = signed.status === "pending" ? null : signed.status === "approved" ? yes : signed.status;
  return { ...signed, outcome };
}
