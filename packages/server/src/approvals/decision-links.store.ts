import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** The link that went to this address by mail, as long as it opens. */
export async function newestLink(
  { tx, actor, now }: Scope,
  { personId, subjectId, email }: { personId: string; subjectId: string; email: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom("links")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("kind", "=", "decision")
    .where("personId", "=", personId)
    .where("subjectId", "=", subjectId)
    .where("email", "=", email)
    .where("handedOverBy", "is", null)
    .where("revokedAt", "is", null)
    .where("expiresAt", ">", now)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** All links that were made for this request. */
export async function linksTo({ tx, actor }: Scope, approvalId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("links")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", approvalId)
    .execute();
  return rows.map(({ id }) => id);
}

export interface DecisionMail {
  personId: string;
  kind: string;
  state: string;
  lastError: string | null;
  /** It came back. */
  bounced: boolean;
  sentAt: Date | null;
  createdAt: Date;
  approvalId: string;
}

/** The mails about these requests that went, or should have gone, to the people who are asked. */
export async function mailsAbout(
  { tx, actor }: Scope,
  approvalIds: readonly string[],
): Promise<DecisionMail[]> {
  if (approvalIds.length === 0) return [];
  const { rows } = await sql<DecisionMail>`
    select m.person_id, m.kind, m.state, m.last_error, m.bounced_at is not null as bounced, m.sent_at, m.created_at, l.subject_id as approval_id
    from links l join mails m on m.workspace_id = l.workspace_id and m.person_id = l.person_id and m.data ->> 'linkId' = l.id::text
    where l.workspace_id = ${actor.workspaceId} and l.subject_id = any(${[...approvalIds]}::uuid[]) and m.kind in ('decision', 'nudge')
    order by m.id`.execute(tx);
  return rows;
}
