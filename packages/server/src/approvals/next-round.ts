import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { dropWaiting } from "../mail/mails.store.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { firstSeen, peopleOf } from "./approval-people.store.ts";
import { ApprovalSnapshot } from "./approval-snapshot.view.ts";
import {
  type ApprovalRow,
  changeApproval,
  findApproval,
  lockApproval,
  pinnedFileIds,
  snapshotText,
} from "./approvals.store.ts";
import { requestApproval, type WantedApproval } from "./approvals.ts";
import { mailSuperseded } from "./asked-mails.ts";
import { linksTo } from "./decision-links.store.ts";
import { isOpening } from "./opened.ts";
import { stateOf } from "./standing.ts";

export interface WantedRound {
  /** What is different now, in the words of who sends it. */
  changed: string;
  fileIds?: string[] | undefined;
  question?: string | undefined;
  dueOn?: string | null | undefined;
}

/** A new version of the same request takes its place; whoever had the old one open is told. */
export async function nextRound(scope: Scope, id: string, wanted: WantedRound): Promise<string> {
  const found = await findApproval(scope, id);
  if (!found) throw notFound();
  await lockPlan(scope, found.projectId);
  const approval = await lockApproval(scope, id);
  if (!approval) throw notFound();
  refuseAfter(scope, approval);
  const nextId = await requestApproval(scope, approval.projectId, await again(scope, approval, wanted), {
    approval,
    changed: wanted.changed,
  });
  if (approval.outcome === null) await supersede(scope, approval, nextId);
  return nextId;
}

function refuseAfter(scope: Scope, approval: ApprovalRow): void {
  if (approval.kind === "change")
    throw refused(
      "offer-again",
      "Offer it anew where the client asked for it: days and price come from there.",
    );
  const state = stateOf(approval, scope.now);
  if (state === "open" || state === "waiting") return;
  if (state === "superseded") throw conflict("superseded", "There is a newer version already.", { state });
  if (state === "decided" && approval.outcome !== "changes_requested")
    throw refused("closed", "This was decided. Ask anew about what is different.", {
      outcome: approval.outcome,
    });
  if (state === "cancelled") throw refused("closed", "This was taken back. Ask anew.", { state });
}

async function again(scope: Scope, approval: ApprovalRow, wanted: WantedRound): Promise<WantedApproval> {
  const { kind, title, question, consequence, choices } = ApprovalSnapshot.parse(
    JSON.parse(await snapshotText(scope, approval.id)),
  );
  const people = await peopleOf(scope, [approval.id]);
  return {
    kind,
    title,
    question: wanted.question ?? question,
    consequence,
    choices: choices.map(({ id: _id, ...choice }) => choice),
    ...(approval.milestoneId ? { milestoneId: approval.milestoneId } : {}),
    fileIds: wanted.fileIds ?? (await pinnedFileIds(scope, approval.id)),
    deciders: people.filter(({ part }) => part === "decider"),
    rule: approval.rule === "all" || approval.rule === "order" ? approval.rule : "any",
    dueOn: wanted.dueOn === undefined ? approval.dueOn : wanted.dueOn,
  };
}

async function supersede(scope: Scope, approval: ApprovalRow, nextId: string): Promise<void> {
  await changeApproval(scope, approval.id, { supersededAt: scope.now });
  await dropWaiting(scope.tx, approval.workspaceId, await linksTo(scope, approval.id));
  await record(scope, {
    verb: "approval.superseded",
    subject: { kind: "approval", id: approval.id },
    projectId: approval.projectId,
    audience: "client",
    data: { hash: approval.hash, nextId, milestoneId: approval.milestoneId },
  });
  const next = await findApproval(scope, nextId);
  if (!next) return;
  const seen = (await firstSeen(scope, approval.projectId)).filter((view) => isOpening(view, approval));
  const asked = new Set((await peopleOf(scope, [nextId])).map(({ personId }) => personId));
  // Deciders of the new version have its own mail already.
  for (const personId of new Set(seen.map((view) => view.personId)))
    if (!asked.has(personId)) await mailSuperseded(scope, approval, next, personId);
}
