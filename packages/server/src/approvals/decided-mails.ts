import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { queueMail } from "../mail/mails.ts";
import { findReader } from "../portal/readers.store.ts";
import { type Say, sayIn } from "../words/say.ts";
import type { AskedPerson } from "./approval-people.store.ts";
import { ApprovalChoice, ApprovalKind, ApprovalSnapshot } from "./approval-snapshot.view.ts";
import { type ApprovalRow, snapshotText } from "./approvals.store.ts";
import { mailDecision } from "./asked-mails.ts";
import { findAsker } from "./askers.store.ts";
import { ACCEPT, choiceText } from "./choices.ts";
import type { Said } from "./decide.ts";
import type { Outcome } from "./standing.ts";
import { TAKE_BACK_MS } from "./take-back.ts";

interface After {
  approval: ApprovalRow;
  people: readonly AskedPerson[];
  /** Whose decision is awaited now. */
  turn: readonly string[];
  said: Said;
  decisionId: string;
  outcome: Outcome | null;
}

/** Whoever is next is asked; the receipt and the news for the team wait until nothing can be taken back any more. */
export async function mailAfter(scope: Scope, after: After): Promise<void> {
  const { approval, people, turn, said } = after;
  await mailReceipt(scope, after);
  await mailAsker(scope, after);
  if (approval.rule !== "order" || said.verdict === "advised") return;
  const words = ApprovalSnapshot.parse(JSON.parse(await snapshotText(scope, approval.id)));
  for (const { personId, delegateId } of people.filter((one) => turn.includes(one.personId)))
    await mailDecision(scope, approval, words, delegateId ?? personId);
}

async function mailReceipt(scope: Scope, { approval, said, decisionId, outcome }: After): Promise<void> {
  const { workspaceId, projectId } = approval;
  const of = { workspaceId, personId: said.personId, projectId };
  const reader = await findReader(scope.tx, of);
  if (!reader) return;
  const { email, language, project } = reader;
  const data = {
    project,
    title: approval.title,
    round: approval.round,
    verdict: said.verdict,
    choice: choiceIn(sayIn(language), approval, said),
    words: said.words,
    at: scope.now.toISOString(),
    zone: reader.zone,
    hash: said.shownHash,
    head: null,
    isFinal: outcome !== null,
    recorded: said.way === "member",
  };
  const to = { ...of, email, language, subjectId: approval.id, notBefore: leavesAt(scope) };
  await queueMail(scope.tx, scope.kit, to, { kind: "receipt", data }, decisionId);
}

async function mailAsker(
  scope: Scope,
  { approval, people, said, decisionId, outcome }: After,
): Promise<void> {
  const asker = await findAsker(scope, approval);
  if (!asker || said.way === "member") return;
  const { workspaceId, projectId } = approval;
  const delegate = people.find(({ delegateId }) => delegateId === said.personId);
  const by =
    people.find(({ personId }) => personId === said.personId)?.name ?? delegate?.delegateName ?? "Somebody";
  const data = {
    key: asker.key,
    project: asker.project,
    title: approval.title,
    verdict: said.verdict,
    choice: newsOf(approval, said),
    place: approval.kind === "change" ? ("requests" as const) : ("approvals" as const),
    words: said.words,
    by,
    byWindow: said.way === "window",
    isFinal: outcome !== null,
    head: null,
  };
  const to = { workspaceId, personId: asker.id, email: asker.email, projectId, notBefore: leavesAt(scope) };
  await queueMail(scope.tx, scope.kit, to, { kind: "decided", data }, decisionId);
}

/** What they chose, in the reader's language; null where there was nothing to choose. */
function choiceIn(say: Say, { kind, choices }: ApprovalRow, { choice }: Said): string | null {
  const of = { kind: ApprovalKind.parse(kind), choices: z.array(ApprovalChoice).parse(choices) };
  return choiceText(say, of, choice) ?? null;
}

/** For the team, in its own words. */
function newsOf(approval: ApprovalRow, said: Said): string | null {
  if (approval.kind !== "change") return choiceIn(sayIn("en"), approval, said);
  if (said.verdict === "changes_requested") return "another offer is wanted";
  if (said.verdict === "advised") return null;
  return said.choice === ACCEPT ? "accepted" : "not accepted, the plan stays as it is";
}

function leavesAt({ now }: Scope): Date {
  return new Date(now.getTime() + TAKE_BACK_MS);
}
