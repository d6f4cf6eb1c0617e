import { workingDaysBetween } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { windowOf } from "../projects/acceptance-window.view.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { type AskedPerson, firstSeen, peopleOf } from "./approval-people.store.ts";
import { ApprovalChoice, ApprovalSnapshot } from "./approval-snapshot.view.ts";
import { type ApprovalRow, snapshotText } from "./approvals.store.ts";
import { Approval, type ApprovalPageView, type ApprovalView } from "./approvals.view.ts";
import { firstComments } from "./client-comments.store.ts";
import { type DecisionMail, mailsAbout } from "./decision-links.store.ts";
import { type DecisionRow, decisionsOf } from "./decisions.store.ts";
import { type FrozenFile, frozenFiles } from "./frozen.store.ts";
import { type MailedYes, mailedYes } from "./mailed-yes.store.ts";
import { isOpening } from "./opened.ts";
import { standingOf, stateOf } from "./standing.ts";

interface Around {
  people: readonly AskedPerson[];
  decisions: readonly DecisionRow[];
  seen: Awaited<ReturnType<typeof firstSeen>>;
  mails: readonly DecisionMail[];
  files: readonly FrozenFile[];
  yes: readonly MailedYes[];
  comments: Awaited<ReturnType<typeof firstComments>>;
  work: WorkCalendar;
  money: boolean;
}

/** Requests of one project with who was asked, who has opened them and what was said. */
export async function presentApprovals(
  scope: Scope,
  project: ProjectAccess,
  rows: readonly ApprovalRow[],
): Promise<ApprovalView[]> {
  const money = can(scope.actor, "money.read", { project });
  const ids = rows.map(({ id }) => id);
  const around = {
    people: await peopleOf(scope, ids),
    decisions: await decisionsOf(scope, ids),
    seen: await firstSeen(scope, project.id),
    mails: await mailsAbout(scope, ids),
    files: await frozenFiles(scope, ids),
    yes: await mailedYes(scope, ids),
    comments: await firstComments(scope, project.id),
    work: await workCalendar(scope),
  };
  return rows.map((row) => present(scope, row, { ...around, money }));
}

export async function presentApproval(
  scope: Scope,
  { approval, project }: { approval: ApprovalRow; project: ProjectAccess },
): Promise<ApprovalPageView> {
  const [view] = await presentApprovals(scope, project, [approval]);
  if (!view) throw new Error("one row, one view");
  const snapshot = ApprovalSnapshot.parse(JSON.parse(await snapshotText(scope, approval.id)));
  return { ...view, snapshot: view.mayProve ? snapshot : null };
}

function present(scope: Scope, row: ApprovalRow, around: Around): ApprovalView {
  const people = around.people.filter(({ approvalId }) => approvalId === row.id);
  const decisions = around.decisions.filter(({ approvalId }) => approvalId === row.id);
  const state = stateOf(row, scope.now);
  const { turn } = standingOf(row, people, decisions);
  const { zone, calendar, today } = around.work;
  return Approval.parse({
    ...row,
    state,
    outcomeAt: row.outcomeAt?.toISOString() ?? null,
    opensAt: row.opensAt.toISOString(),
    acceptance: windowOf(row),
    milestone: row.milestoneId === null ? null : { id: row.milestoneId, number: row.milestoneNumber },
    askedBy: row.askedBy === null ? null : { id: row.askedBy, name: row.asker },
    askedAt: row.createdAt.toISOString(),
    waitingDays:
      state === "open" ? Math.max(0, workingDaysBetween(calendar, civilDate(row.opensAt, zone), today)) : 0,
    choices: around.money ? row.choices : withoutPrices(row.choices),
    mayProve: around.money,
    files: around.files.filter(({ approvalId }) => approvalId === row.id).map(presentFile),
    people: people.map((one) => presentPerson(row, one, state === "open" ? turn : [], around)),
    decisions: decisions.map(presentDecision),
  });
}

function withoutPrices(choices: unknown) {
  return ApprovalChoice.array()
    .parse(choices)
    .map((choice) => ({ ...choice, priceMinor: null }));
}

function presentFile({ position, name, mediaType, fileId, n }: FrozenFile) {
  const version = fileId === null || n === null ? null : { fileId, n };
  return { position, name, mediaType: mediaType ?? "application/octet-stream", version };
}

function presentPerson(
  row: ApprovalRow,
  { personId, name, delegateId, delegateName, part }: AskedPerson,
  turn: readonly string[],
  { seen, mails, comments, yes }: Around,
) {
  const theirs = new Set([personId, delegateId]);
  const views = seen.filter((view) => theirs.has(view.personId) && isOpening(view, row));
  const sent = mails.filter((mail) => theirs.has(mail.personId) && mail.approvalId === row.id);
  const mail = sent.findLast(({ kind }) => kind === "decision");
  const nudged = sent.findLast(({ kind }) => kind === "nudge");
  const said = yes.findLast((one) => theirs.has(one.personId) && one.approvalId === row.id);
  const comment = comments.find(
    (one) => theirs.has(one.authorId) && one.milestoneId === row.milestoneId && one.at >= row.createdAt,
  );
  return {
    person: { id: personId, name },
    delegate: delegateId && { id: delegateId, name: delegateName },
    part,
    turn: turn.includes(personId),
    mail: mail
      ? { state: mail.state, error: mail.lastError, at: (mail.sentAt ?? mail.createdAt).toISOString() }
      : null,
    openedAt: views.map(({ at }) => at.toISOString()).sort()[0] ?? null,
    commentedAt: comment?.at.toISOString() ?? null,
    nudgedAt: nudged?.createdAt.toISOString() ?? null,
    saidYesAt: turn.includes(personId) && said ? said.at.toISOString() : null,
  };
}

function presentDecision(row: DecisionRow) {
  return {
    ...row,
    person: { id: row.personId, name: row.name },
    hash: row.shownHash,
    through: row.recorder,
    at: row.at.toISOString(),
    takenBackAt: row.withdrawnAt?.toISOString() ?? null,
  };
}
