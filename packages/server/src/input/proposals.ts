import { houseOf } from "../access/house.ts";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { record, recordFor } from "../events/events.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import type { Visit } from "../portal/visit.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { Patch, type PatchView, type ProposalView } from "./input.view.ts";
import { isOpenRound } from "./input-rounds.store.ts";
import { applyPatch } from "./proposal-patch.ts";
import {
  findProposal,
  insertProposal,
  listProposals,
  type ProposalRow,
  settleProposal,
} from "./proposals.store.ts";

export interface WantedProposal {
  roundId: string;
  /** Null for a new milestone. */
  milestoneId: string | null;
  words: string;
  patch: PatchView;
}

/** Somebody who was asked proposes something else; the draft stays as it is until it is answered. */
export async function propose(tx: Tx, visit: Visit, wanted: WantedProposal): Promise<string> {
  const { visitor, project, now, today } = visit;
  const { workspaceId, personId } = visitor;
  await refuseClosedRound(tx, visit, wanted.roundId, today);
  const id = newId();
  await insertProposal(tx, {
    workspaceId,
    id,
    projectId: project.id,
    roundId: wanted.roundId,
    milestoneId: wanted.milestoneId,
    personId,
    words: wanted.words,
    patch: JSON.stringify(wanted.patch),
    createdAt: now,
  });
  await tell(tx, visit, "proposal.made", id, {
    milestoneId: wanted.milestoneId,
    fields: Object.keys(wanted.patch),
  });
  return id;
}

export async function refuseClosedRound(
  tx: Tx,
  { visitor }: Visit,
  roundId: string,
  today: string,
): Promise<void> {
  if (!(await isOpenRound(tx, { workspaceId: visitor.workspaceId, roundId }, today)))
    throw refused("round-closed", "The time for comments is over. Please write to the team instead.");
}

/** A counter-proposal is fine with whoever proposed: it is taken into the draft, as its answerer offered. */
export async function agreeToCounter(tx: Tx, visit: Visit, id: string): Promise<void> {
  const { visitor, services, now, request, project } = visit;
  const { workspaceId, personId } = visitor;
  const actor = { ...houseOf(workspaceId), personId };
  const scope: Scope = { tx, actor, kit: services.kit, now, requestId: request.id };
  const proposal = await findProposal(scope, id);
  if (!proposal || proposal.personId !== personId || proposal.projectId !== project.id) throw notFound();
  if (!(await settleProposal(tx, { workspaceId, id, from: "countered" }, { state: "accepted" })))
    throw conflict("proposal-settled", "This was answered meanwhile.");
  await applyPatch(scope, proposal, Patch.parse(proposal.counter), reasonOf(proposal));
  await tell(tx, visit, "proposal.counterAgreed", id, {});
}

export interface Answer {
  verdict: "accepted" | "countered" | "declined";
  words: string;
  counter?: PatchView | undefined;
}

/** The answer to a proposal; what is accepted is taken into the draft in the same transaction. */
export async function answerProposal(
  scope: Scope,
  proposal: ProposalRow,
  answer: Answer,
): Promise<ProposalView> {
  const { id, workspaceId, projectId } = proposal;
  const { verdict, words, counter } = answer;
  if (verdict === "countered" && !counter) throw refused("no-counter", "Say what you propose instead.");
  if (verdict === "declined" && words === "") throw refused("reason-needed", "Say why, in one line.");
  const settled = await settleProposal(
    scope.tx,
    { workspaceId, id, from: "open" },
    {
      state: verdict,
      answer: words,
      counter: counter ? JSON.stringify(counter) : null,
      answeredBy: scope.actor.personId,
      answeredAt: scope.now,
    },
  );
  if (!settled)
    throw conflict("proposal-settled", "This was answered meanwhile.", { proposal: await shown(scope, id) });
  if (verdict === "accepted")
    await applyPatch(scope, proposal, Patch.parse(proposal.patch), reasonOf(proposal));
  await record(scope, {
    verb: "proposal.answered",
    subject: { kind: "proposal", id },
    projectId,
    audience: "client",
    data: { verdict, milestoneId: proposal.milestoneId },
  });
  return shown(scope, id);
}

function reasonOf({ author }: ProposalRow): string {
  return author === null ? "Proposed by the client" : `Proposed by ${author}`;
}

export async function proposalsOf(scope: Scope, projectId: string): Promise<ProposalView[]> {
  return (await listProposals(scope, projectId)).map(present);
}

/** A proposal of a project that this person may see. */
export async function visibleProposal(scope: Scope, id: string) {
  const proposal = await findProposal(scope, id);
  if (!proposal) throw notFound();
  return { proposal, ...(await visibleProject(scope, proposal.projectId)) };
}

async function shown(scope: Scope, id: string): Promise<ProposalView> {
  const row = await findProposal(scope, id);
  if (!row) throw notFound();
  return present(row);
}

function present(row: ProposalRow): ProposalView {
  const { id, projectId, roundId, milestoneId, words, answer, revision, number, title, key } = row;
  return {
    id,
    projectId,
    roundId,
    milestone:
      milestoneId !== null && number !== null && title !== null
        ? { id: milestoneId, ref: `${key}-M${number}`, title }
        : null,
    by: row.personId !== null && row.author !== null ? { id: row.personId, name: row.author } : null,
    at: row.createdAt.toISOString(),
    words,
    patch: Patch.parse(row.patch),
    // The column takes no other words.
    state: row.state as ProposalView["state"],
    answer,
    counter: row.counter === null ? null : Patch.parse(row.counter),
    answeredBy:
      row.answeredBy !== null && row.answerer !== null ? { id: row.answeredBy, name: row.answerer } : null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    revision,
  };
}

async function tell(
  tx: Tx,
  { visitor, project, now }: Visit,
  verb: `proposal.${string}`,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await recordFor(
    tx,
    { workspaceId: visitor.workspaceId, actorId: visitor.personId, at: now },
    { verb, subject: { kind: "proposal", id }, projectId: project.id, audience: "client", data },
  );
}
