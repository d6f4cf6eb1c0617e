import { type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { InboundMailsTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

/** A mail that went out, with who may answer it and what it is about. */
export interface AnsweredMail {
  workspaceId: string;
  id: string;
  personId: string | null;
  toEmail: string;
  /** Null for mails about no project, or one in the trash. */
  projectId: string | null;
  /** Its reader still has a part in that project. */
  takesPart: boolean;
  /** Approvers may write; observers where the project lets them. */
  mayComment: boolean;
  /** Files come from approvers alone. */
  maySend: boolean;
  /** What it is about: a milestone that clients see, else the project. */
  milestoneId: string | null;
  /** The message that it tells of. */
  clientMessageId: string | null;
  /** The decision that it asks for. */
  approvalId: string | null;
}

/** Whose mail an id names is known before the workspace is: only the worker asks. */
export async function findWorkspaceOfMail(maintenance: Tx, id: string): Promise<string | undefined> {
  const row = await maintenance
    .selectFrom("mails")
    .select("workspaceId")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.workspaceId;
}

export async function findAnsweredMail(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<AnsweredMail | undefined> {
  const { rows } = await sql<AnsweredMail>`
    select m.workspace_id, m.id, m.person_id, m.to_email, p.id as project_id, ms.id as milestone_id, w.id as client_message_id, a.id as approval_id,
      r.person_id is not null as takes_part, coalesce(r.role = 'approver' or p.observers_comment, false) as may_comment, coalesce(r.role = 'approver', false) as may_send
    from mails m
    left join projects p on p.workspace_id = m.workspace_id and p.id = m.project_id and ${notInTrash("p.workspace_id", "p.id")}
    left join approvals a on a.workspace_id = m.workspace_id and a.id = m.subject_id and a.project_id = p.id
    left join client_requests q on q.workspace_id = m.workspace_id and q.id = m.subject_id and q.project_id = p.id
    left join milestones ms on ms.workspace_id = m.workspace_id and ms.id = coalesce(a.milestone_id, q.milestone_id, m.subject_id)
      and ms.project_id = p.id and ms.audience = 'client'
    left join messages w on w.workspace_id = m.workspace_id and w.id = m.subject_id and w.project_id = p.id and w.audience = 'client'
      and ${notInTrash("w.workspace_id", "w.id")}
    left join contact_roles r on r.workspace_id = m.workspace_id and r.person_id = m.person_id and r.project_id = p.id
    where m.workspace_id = ${workspaceId} and m.id = ${id}`.execute(tx);
  return rows[0];
}

export interface NewInbound {
  workspaceId: string;
  id: string;
  mailId: string;
  personId: string | null;
  messageId: string;
  fromEmail: string;
  subject: string;
  text: string;
  state: "comment" | "bounce" | "refused" | "unknown";
  reason: string;
  /** What it says yes to, by its words. */
  approvalId: string | null;
}

/** False when this very mail was worked on before. */
export async function insertInbound(tx: Tx, inbound: NewInbound): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("inboundMails")
    .values({ ...inbound, commentId: null })
    .onConflict((conflict) => conflict.columns(["workspaceId", "messageId"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function linkComment(
  tx: Tx,
  { workspaceId, id }: Pick<NewInbound, "workspaceId" | "id">,
  commentId: string,
): Promise<void> {
  await tx
    .updateTable("inboundMails")
    .set({ commentId })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function isKnown(tx: Tx, workspaceId: string, messageId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("inboundMails")
    .select("id")
    .where("workspaceId", "=", workspaceId)
    .where("messageId", "=", messageId)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it is known already. */
export async function markBounced(
  tx: Tx,
  { workspaceId, id }: Pick<AnsweredMail, "workspaceId" | "id">,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("mails")
    .set({ bouncedAt: at })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("bouncedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type InboundRow = Selectable<InboundMailsTable>;

/** Answers to mails of this project, newest first. */
export async function listInbound(
  { tx, actor }: Scope,
  projectId: string,
  { limit, before }: { limit: number; before: string | undefined },
): Promise<InboundRow[]> {
  let query = tx
    .selectFrom("inboundMails as i")
    .innerJoin("mails as m", (on) =>
      on.onRef("m.workspaceId", "=", "i.workspaceId").onRef("m.id", "=", "i.mailId"),
    )
    .selectAll("i")
    .where("i.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "=", projectId)
    .orderBy("i.id", "desc")
    .limit(limit);
  if (before) query = query.where("i.id", "<", before);
  return query.execute();
}
