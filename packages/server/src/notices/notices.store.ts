import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** One person whom a publication was meant for, and the mail that told them. */
export interface ReceiptRow {
  publicationId: string;
  personId: string;
  name: string;
  side: "team" | "client";
  sentAt: Date | null;
  readAt: Date | null;
  acknowledgedAt: Date | null;
  questionedAt: Date | null;
  question: string;
  handedOverBy: string | null;
  mailId: string | null;
  mailState: string | null;
  lastError: string | null;
  bouncedAt: Date | null;
}

/**
 * Who was told of these publications, by name. A client whose mail had not left when the next plan was published reads of both in
 * it, so a person's mail is that of this publication or else of the one before.
 */
export async function receiptsOf(
  { tx, actor }: Scope,
  publicationIds: readonly string[],
): Promise<ReceiptRow[]> {
  if (publicationIds.length === 0) return [];
  const { rows } = await sql<ReceiptRow>`
    select r.publication_id, r.person_id, q.name, r.side, r.sent_at, r.read_at, r.acknowledged_at, r.questioned_at, r.question,
        h.name as handed_over_by, m.id as mail_id, m.state as mail_state, m.last_error, m.bounced_at
      from notice_receipts r
      join publications p on p.workspace_id = r.workspace_id and p.id = r.publication_id
      join persons q on q.workspace_id = r.workspace_id and q.id = r.person_id
      left join persons h on h.workspace_id = r.workspace_id and h.id = r.handed_over_by
      left join lateral (
        select m.id, m.state, m.last_error, m.bounced_at from publications o
          join mails m on m.workspace_id = o.workspace_id and m.person_id = r.person_id
            and m.dedupe = case r.side when 'team' then 'notice:' else 'publication:' end || o.id || ':' || r.person_id
          where o.workspace_id = p.workspace_id and o.project_id = p.project_id
            and (o.n = p.n or r.side = 'client' and o.n < p.n and m.data -> 'texts' ->> 1 is not null)
          order by o.n desc limit 1) m on true
      where r.workspace_id = ${actor.workspaceId} and r.publication_id in (${sql.join([...publicationIds])})
      order by r.side desc, q.name, q.id`.execute(tx);
  return rows;
}
