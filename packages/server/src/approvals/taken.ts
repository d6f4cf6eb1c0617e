import type { Scope } from "../access/scope.ts";
import { contactParts } from "./approval-people.store.ts";
import { findApproval } from "./approvals.store.ts";
import { requestApproval } from "./approvals.ts";
import { decide } from "./decide.ts";

export interface TakenDecision {
  question: string;
  outcome: string;
  /** Why, and how it was decided. */
  words: string;
  /** Who decided: somebody of the client, or of the team. */
  personId: string;
  milestoneId: string | null;
}

/**
 * What was decided in a call or a room: a question with its one answer, written down in the name of who gave it, and
 * nobody is asked. What the client's people decided stands in their list too; what the team decided stays with the team.
 */
export async function recordTaken(scope: Scope, projectId: string, taken: TakenDecision): Promise<string> {
  const { question, outcome, words, personId, milestoneId } = taken;
  const audience = (await contactParts(scope, projectId)).has(personId) ? "client" : "team";
  const id = await requestApproval(scope, projectId, {
    kind: "question",
    question,
    choices: [{ text: outcome, days: null, priceMinor: null }],
    deciders: [{ personId }],
    rule: "any",
    taken: { audience },
    ...(milestoneId === null ? {} : { milestoneId }),
  });
  const asked = await findApproval(scope, id);
  await decide(scope, id, {
    personId,
    verdict: "chosen",
    choice: "1",
    words,
    criteria: [],
    pins: [],
    shownHash: asked?.hash ?? "",
    way: "member",
  });
  return id;
}
