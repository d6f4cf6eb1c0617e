import { signOff } from "@milepost/planning";
import type { z } from "zod";
import { isChosen } from "../approvals/choices.ts";
import type { ApprovalRow } from "../events/approval-rows.store.ts";
import { sha256 } from "../kit/secret.ts";
import {
  DecisionRow,
  type Evidence,
  FileRow,
  PersonRow,
  RequestRow,
  SeatRow,
  SnapshotRow,
  WithdrawalRow,
} from "./evidence.view.ts";

/** The rows of an approval as what they are; throws where a row is none that Milepost writes. */
export function evidenceOf(rows: readonly ApprovalRow[]): Evidence {
  const all = <T>(kind: string, shape: z.ZodType<T>): T[] =>
    rows.filter(({ key }) => key.split(":")[0] === kind).map((row) => shape.parse(row));
  const [request] = all("approval", RequestRow);
  const [snapshot] = all("snapshot", SnapshotRow);
  if (!request || !snapshot) throw new Error("an approval is a request with its snapshot");
  return {
    request,
    snapshot: snapshot.facts,
    seats: all("seat", SeatRow),
    files: all("file", FileRow).map(({ facts }) => facts),
    decisions: all("decision", DecisionRow),
    withdrawals: all("withdrawal", WithdrawalRow).map(({ facts }) => facts),
    people: all("person", PersonRow).map(({ facts }) => facts),
  };
}

/** What the decisions say under the rule; null while somebody is still awaited. */
function outcomeOf({ request, seats, decisions, withdrawals }: Evidence): string | null {
  const takenBack = new Set(withdrawals.map(({ decisionId }) => decisionId));
  const { status } = signOff({
    rule: request.facts.rule,
    approvers: seats
      .filter(({ facts }) => facts.part === "decider")
      .map(({ facts, refs }) => ({ personId: facts.personId, delegateId: refs.delegateId })),
    decisions: decisions.flatMap(({ facts: { id, personId, verdict, at } }) => {
      if (verdict === "advised") return [];
      const counted =
        verdict === "changes_requested" ? ("changes_requested" as const) : ("approved" as const);
      return [{ personId, verdict: counted, at, withdrawn: takenBack.has(id) }];
    }),
  });
  if (status === "pending") return null;
  return status === "approved" && isChosen(request.facts.kind) ? "chosen" : status;
}

/** What in these rows cannot be so, and in which row; null where all fits together. */
export function contradiction(evidence: Evidence): { row: string; field: string; why: string } | null {
  const { request, snapshot, decisions } = evidence;
  if (sha256(snapshot.snapshot) !== snapshot.hash)
    return { row: "snapshot", field: "hash", why: "The text is not what this hash was made of." };
  const other = decisions.find(({ facts }) => facts.shownHash !== snapshot.hash);
  if (other)
    return {
      row: `decision:${other.facts.id}`,
      field: "shownHash",
      why: "It was made on something else than this snapshot.",
    };
  const { outcome } = request.facts;
  const said = outcomeOf(evidence);
  if (outcome !== said && !(outcome === "lapsed" && said === null))
    return { row: "approval", field: "outcome", why: "It is not what the decisions say under the rule." };
  return null;
}
