import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, invalid, notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { dropWaiting } from "../mail/mails.store.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { rolesOf } from "../milestones/milestone-roles.store.ts";
import { windowColumns } from "../projects/acceptance-window.view.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { listProjectMembers } from "../projects/project-members.store.ts";
import { agreedWindow } from "./agreed-window.store.ts";
import { contactParts, insertPeople } from "./approval-people.store.ts";
import type { ApprovalChoiceView, ApprovalKindWord } from "./approval-snapshot.view.ts";
import {
  type ApprovalRow,
  changeApproval,
  findApproval,
  insertApproval,
  insertSnapshot,
  listApprovals,
  lockApproval,
  nextNumber,
  pinFiles,
} from "./approvals.store.ts";
import { mailDecision } from "./asked-mails.ts";
import { isChosen } from "./choices.ts";
import { linksTo } from "./decision-links.store.ts";
import { type Ask, type Frozen, freeze } from "./freeze.ts";
import { makeReady, refuseUnready } from "./ready.ts";
import { stateOf } from "./standing.ts";

export interface WantedApproval {
  kind: ApprovalKindWord;
  milestoneId?: string | undefined;
  fileIds?: string[] | undefined;
  title?: string | undefined;
  question: string;
  consequence?: string | undefined;
  choices?: Omit<ApprovalChoiceView, "id">[] | undefined;
  /** What the client wants beyond the plan; its newest offer is what is asked about. */
  changeRequestId?: string | undefined;
  /** In the order in which they decide; without any, who decides on the milestone. */
  deciders?: { personId: string }[] | undefined;
  rule: "any" | "all" | "order";
  dueOn?: string | null | undefined;
  /** The hash of what was previewed, so that nothing else is frozen. */
  expectedHash?: string | undefined;
  /** Decided elsewhere already: it is written down for whom it concerns, and nobody is asked. */
  taken?: { audience: "client" | "team" } | undefined;
}

/** An earlier round of the same, and what is different now. */
export interface Earlier {
  approval: ApprovalRow;
  changed: string;
}

/** Exactly what would be frozen, and whether it can be asked already. */
export async function previewApproval(
  scope: Scope,
  projectId: string,
  wanted: WantedApproval,
): Promise<Frozen> {
  const ask = await askOf(scope, projectId, wanted, null);
  await refuseUnready(scope, ask);
  return freeze(scope, ask);
}

/** Freezes what is asked and puts it before its deciders; what goes out to them leaves with this transaction. */
export async function requestApproval(
  scope: Scope,
  projectId: string,
  wanted: WantedApproval,
  earlier: Earlier | null = null,
): Promise<string> {
  // Numbers are given one after the other, and of two who ask for the same the second hears of the first.
  await lockPlan(scope, projectId);
  const ask = await askOf(scope, projectId, wanted, earlier);
  await refuseUnready(scope, ask);
  await refuseAskedTwice(scope, ask, earlier);
  await makeReady(scope, ask);
  const frozen = await freeze(scope, ask);
  if (wanted.expectedHash !== undefined && wanted.expectedHash !== frozen.hash)
    throw conflict(
      "content-changed",
      "This has changed since you looked. Look at it again before you send it.",
      {
        hash: frozen.hash,
      },
    );
  const deciders = await decidersOf(scope, ask, wanted);
  const id = await insertAll(scope, { ask, frozen, wanted, deciders, earlier });
  await record(scope, {
    verb: "approval.requested",
    subject: { kind: "approval", id },
    projectId,
    audience: audienceOf(wanted),
    data: {
      kind: ask.kind,
      round: ask.round,
      hash: frozen.hash,
      rule: wanted.rule,
      deciders,
      milestoneId: ask.milestoneId,
      earlierId: earlier?.approval.id ?? null,
      files: frozen.files.map(({ versionId, sha256 }) => ({ versionId, sha256 })),
    },
  });
  if (wanted.taken) return id;
  const approval = await expectApproval(scope, id);
  for (const personId of wanted.rule === "order" ? deciders.slice(0, 1) : deciders)
    await mailDecision(scope, approval, frozen.snapshot, personId);
  return id;
}

function audienceOf({ taken }: WantedApproval): "client" | "team" {
  return taken?.audience ?? "client";
}

async function askOf(
  scope: Scope,
  projectId: string,
  wanted: WantedApproval,
  earlier: Earlier | null,
): Promise<Ask> {
  const { kind, question, choices = [] } = wanted;
  const fewest = wanted.taken ? 1 : 2;
  if (kind === "question" && (choices.length < fewest || wanted.rule !== "any"))
    throw invalid([
      { path: "choices", message: "A question has two answers or more, and one person who decides." },
    ]);
  return {
    kind,
    projectId,
    milestoneId: wanted.milestoneId ?? null,
    fileIds: wanted.fileIds ?? [],
    title: wanted.title ?? "",
    question,
    consequence: wanted.consequence ?? "",
    choices: choices.map((choice, index) => ({ ...choice, id: String(index + 1) })),
    changed: earlier?.changed ?? "",
    // Only what both sides have agreed to: a setting that was changed since waits for the next approved plan.
    acceptance: kind === "completion" ? ((await agreedWindow(scope, projectId))?.acceptance ?? null) : null,
    round: earlier ? earlier.approval.round + 1 : 1,
    changeRequestId: wanted.changeRequestId ?? null,
  };
}

async function refuseAskedTwice(scope: Scope, ask: Ask, earlier: Earlier | null): Promise<void> {
  if (ask.kind === "files" || isChosen(ask.kind)) return;
  const asked = (await listApprovals(scope, ask.projectId)).find(
    (row) =>
      row.kind === ask.kind &&
      row.milestoneId === ask.milestoneId &&
      row.id !== earlier?.approval.id &&
      ["open", "waiting"].includes(stateOf(row, scope.now)),
  );
  if (asked)
    throw conflict(
      "already-asked",
      "This is waiting for a decision already. Send a new version of it instead.",
      {
        approvalId: asked.id,
        number: asked.number,
      },
    );
}

/** Only people of the client who may decide here; without a choice those who decide on the milestone. */
async function decidersOf(scope: Scope, ask: Ask, wanted: WantedApproval): Promise<string[]> {
  if (audienceOf(wanted) === "team") return teamDeciders(scope, ask, wanted);
  const parts = await contactParts(scope, ask.projectId);
  const roles = ask.milestoneId === null ? [] : await rolesOf(scope, ask.milestoneId);
  const usual = roles.filter(({ role }) => role === "approver").map(({ personId }) => personId);
  const given = wanted.deciders?.map(({ personId }) => personId);
  const ids = [...new Set(given ?? usual.filter((id) => parts.get(id) === "approver"))];
  if (ids.length === 0)
    throw invalid([{ path: "deciders", message: "Choose at least one person of the client who decides." }]);
  if (ids.some((id) => parts.get(id) !== "approver"))
    throw refused(
      "not-an-approver",
      "Only people of the client who are approvers of this project can decide.",
      {
        personIds: ids.filter((id) => parts.get(id) !== "approver"),
      },
    );
  return ids;
}

async function teamDeciders(scope: Scope, { projectId }: Ask, { deciders = [] }: WantedApproval) {
  const members = new Set((await listProjectMembers(scope, projectId)).map(({ personId }) => personId));
  if (deciders.some(({ personId }) => !members.has(personId)))
    throw refused("not-a-member", "Choose somebody who works on this project.");
  return deciders.map(({ personId }) => personId);
}

interface Parts {
  ask: Ask;
  frozen: Frozen;
  wanted: WantedApproval;
  deciders: readonly string[];
  earlier: Earlier | null;
}

async function insertAll(scope: Scope, parts: Parts): Promise<string> {
  const { frozen, deciders } = parts;
  const approvalId = newId();
  const { workspaceId, personId } = scope.actor;
  await insertApproval(scope, await rowOf(scope, approvalId, parts));
  await insertSnapshot(scope, { workspaceId, approvalId, snapshot: frozen.text, hash: frozen.hash });
  await insertPeople(
    scope,
    deciders.map((decider, position) => ({
      workspaceId,
      approvalId,
      personId: decider,
      delegateId: null,
      askedBy: personId,
      part: "decider",
      position,
    })),
  );
  await pinFiles(
    scope,
    frozen.files.map(({ versionId, name, sha256 }, position) => ({
      workspaceId,
      id: newId(),
      approvalId,
      fileVersionId: versionId,
      position,
      name,
      sha256,
    })),
  );
  return approvalId;
}

async function rowOf(scope: Scope, id: string, { ask, frozen, wanted, earlier }: Parts) {
  const heldUntil = frozen.publication?.heldUntil;
  return {
    workspaceId: scope.actor.workspaceId,
    id,
    projectId: ask.projectId,
    milestoneId: ask.milestoneId,
    publicationId: frozen.publication?.id ?? null,
    planVersionId: ask.kind === "plan" ? (frozen.publication?.planVersionId ?? null) : null,
    earlierId: earlier?.approval.id ?? null,
    askedBy: scope.actor.personId,
    number: await nextNumber(scope, ask.projectId),
    kind: ask.kind,
    round: ask.round,
    title: frozen.snapshot.title,
    question: ask.question,
    rule: wanted.rule,
    choices: JSON.stringify(frozen.snapshot.choices),
    dueOn: wanted.dueOn ?? null,
    audience: audienceOf(wanted),
    consequence: ask.consequence,
    changed: ask.changed,
    opensAt: heldUntil && heldUntil > scope.now ? heldUntil : scope.now,
    ...windowColumns(ask.acceptance),
    outcome: null,
    outcomeAt: null,
    supersededAt: null,
    cancelledAt: null,
    createdAt: scope.now,
  };
}

/** Taken back by the team, with the reason that its deciders read. */
export async function cancelApproval(scope: Scope, id: string, reason: string): Promise<void> {
  const approval = await lockApproval(scope, id);
  if (!approval) throw notFound();
  const state = stateOf(approval, scope.now);
  if (state !== "open" && state !== "waiting")
    throw conflict("closed", "This is closed already.", { state, outcome: approval.outcome });
  await changeApproval(scope, id, { cancelledAt: scope.now, cancelledReason: reason });
  await dropWaiting(scope.tx, approval.workspaceId, await linksTo(scope, id));
  await record(scope, {
    verb: "approval.cancelled",
    subject: { kind: "approval", id },
    projectId: approval.projectId,
    audience: "client",
    data: { hash: approval.hash, reason, milestoneId: approval.milestoneId },
  });
}

/** A request of a project that this person may see. */
export async function visibleApproval(scope: Scope, id: string) {
  const approval = await expectApproval(scope, id);
  return { approval, ...(await visibleProject(scope, approval.projectId)) };
}

async function expectApproval(scope: Scope, id: string): Promise<ApprovalRow> {
  const found = await findApproval(scope, id);
  if (!found) throw notFound();
  return found;
}
