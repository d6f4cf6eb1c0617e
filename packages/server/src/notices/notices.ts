import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { presentPublication } from "../publications/publication-preview.ts";
import type { PublicationRow } from "../publications/publications.store.ts";
import { listPublications } from "../publications/publications.store.ts";
import { visiblePublication } from "../publications/publications.ts";
import { markRead } from "../publications/receipts.store.ts";
import { type Answering, acknowledge, question } from "../publications/receipts.ts";
import { addComment } from "../talk/comments.ts";
import { type ReceiptRow, receiptsOf } from "./notices.store.ts";
import type { NoticeView } from "./notices.view.ts";

export interface NoticeAccess {
  publication: PublicationRow;
  project: ProjectAccess;
}

/** What was published and who has heard of it, newest first; a guest has no part in it. */
export async function noticesOf(scope: Scope, project: ProjectAccess): Promise<NoticeView[]> {
  if (scope.actor.role === "guest") return [];
  return present(scope, project, await listPublications(scope, project.id));
}

export async function visibleNotice(scope: Scope, id: string): Promise<NoticeAccess> {
  if (scope.actor.role === "guest") throw notFound();
  return visiblePublication(scope, id);
}

export async function oneNotice(scope: Scope, { publication, project }: NoticeAccess): Promise<NoticeView> {
  const [notice] = await present(scope, project, [publication]);
  if (!notice) throw notFound();
  return notice;
}

export async function readNotice(scope: Scope, access: NoticeAccess): Promise<void> {
  await markRead(scope.tx, answering(scope, access), scope.now);
}

export async function acknowledgeNotice(scope: Scope, access: NoticeAccess): Promise<NoticeView> {
  await acknowledge(scope.tx, answering(scope, access));
  return oneNotice(scope, access);
}

/** The question stands in the team's talk of the project as well, where it is answered. */
export async function askAboutNotice(scope: Scope, access: NoticeAccess, words: string): Promise<NoticeView> {
  const { project, publication } = access;
  await question(scope.tx, answering(scope, access), words);
  const subject = { kind: "project", id: project.id } as const;
  const about = { body: `About publication ${publication.n}: ${words}` };
  await addComment(scope, { project, subject }, "team", about);
  return oneNotice(scope, access);
}

function answering({ actor, now }: Scope, { publication: { id, n, projectId } }: NoticeAccess): Answering {
  const { workspaceId, personId } = actor;
  return { workspaceId, personId, publicationId: id, projectId, n, side: "team", now, handedOverBy: null };
}

async function present(
  scope: Scope,
  project: ProjectAccess,
  rows: readonly PublicationRow[],
): Promise<NoticeView[]> {
  const receipts = await receiptsOf(
    scope,
    rows.map(({ id }) => id),
  );
  const byNotice = Map.groupBy(receipts, ({ publicationId }) => publicationId);
  const seesMails = can(scope.actor, "plan.edit", { project });
  return rows.map((row) => {
    const own = byNotice.get(row.id) ?? [];
    const mine = own.find(({ personId }) => personId === scope.actor.personId);
    return {
      ...presentPublication(row),
      recipients: own.map((one) => presentRecipient(one, seesMails)),
      acknowledged: own.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
      mine: mine ? momentsOf(mine) : null,
    };
  });
}

const STATES = ["queued", "sending", "sent", "failed", "outbox", "refused"] as const;

function presentRecipient(row: ReceiptRow, seesMails: boolean): NoticeView["recipients"][number] {
  const { personId, name, side, question: asked, handedOverBy, mailId, lastError } = row;
  const state = STATES.find((one) => one === row.mailState);
  return {
    id: personId,
    name,
    side,
    sentAt: moment(row.sentAt),
    ...momentsOf(row),
    question: asked,
    handedOverBy,
    mail:
      seesMails && mailId !== null && state
        ? { id: mailId, state, lastError, bouncedAt: moment(row.bouncedAt) }
        : null,
  };
}

function momentsOf({ readAt, acknowledgedAt, questionedAt }: ReceiptRow) {
  return {
    readAt: moment(readAt),
    acknowledgedAt: moment(acknowledgedAt),
    questionedAt: moment(questionedAt),
  };
}

function moment(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
