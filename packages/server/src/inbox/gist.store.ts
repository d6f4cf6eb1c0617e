import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface SaidWords {
  by: string | null;
  text: string;
}

/**
 * What was said last about the thing of an item of whoever asks: the comment, the decision's reason, the answer, the wish, the
 * proposal, or the notice to the team. How to get in, which a client wrote for us alone, is read where it was asked.
 */
export async function wordsOf({ tx, actor }: Scope, itemId: string): Promise<SaidWords | undefined> {
  const item = sql`(select i.workspace_id, i.thing_kind, i.thing_id, i.reason, e.subject_kind, e.subject_id from inbox_items i
    left join events e on e.workspace_id = i.workspace_id and e.id = i.last_event_id
    where i.workspace_id = ${actor.workspaceId} and i.person_id = ${actor.personId} and i.id = ${itemId})`;
  const { rows } = await sql<SaidWords>`with i as ${item}, said as (
      select c.author_id as person_id, c.body as text, c.created_at as at from i join comments c on c.workspace_id = i.workspace_id
        and c.id = i.subject_id where i.subject_kind = 'comment' and c.deleted_at is null
      union all select r.person_id, r.question, r.created_at from i join read_receipts r on r.workspace_id = i.workspace_id
        and r.milestone_id = i.thing_id where i.reason = 'question_asked' and r.answer = 'question'
      union all select d.person_id, d.words, d.at from i join decisions d on d.workspace_id = i.workspace_id
        and d.approval_id = i.thing_id where i.thing_kind = 'approval'
      union all select a.person_id, a.words, a.created_at from i join client_requests q on q.workspace_id = i.workspace_id
        and q.id = i.thing_id join client_answers a on a.workspace_id = q.workspace_id and a.request_id = q.id and a.sent_at is not null
        where i.thing_kind = 'clientRequest' and q.kind <> 'access'
      union all select w.person_id, w.words, w.created_at from i join change_requests w on w.workspace_id = i.workspace_id
        and w.id = i.thing_id where i.thing_kind = 'changeRequest'
      union all select o.person_id, o.words, o.created_at from i join proposals o on o.workspace_id = i.workspace_id
        and o.id = i.thing_id where i.thing_kind = 'proposal'
      union all select w.author_id, w.body, w.created_at from i join messages w on w.workspace_id = i.workspace_id
        and w.id = i.thing_id where i.thing_kind = 'message' and i.subject_kind = 'message'
      union all select b.person_id, b.team_text, b.created_at from i join publications b on b.workspace_id = i.workspace_id
        and b.id = i.thing_id where i.thing_kind = 'publication')
    select p.name as by, s.text from said s left join persons p on p.workspace_id = ${actor.workspaceId} and p.id = s.person_id
    where s.text <> '' order by s.at desc limit 1`.execute(tx);
  return rows[0];
}
