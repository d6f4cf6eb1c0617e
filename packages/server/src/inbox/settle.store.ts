import { sql } from "kysely";
import type { Tx } from "../db/database.ts";

/** Nothing is asked any more, each by what its own table says today. */
const SETTLED = sql`(
  i.thing_kind = 'card' and i.category = 'assigned' and i.reason <> 'estimate_missing' and exists (select from cards c
    where c.workspace_id = i.workspace_id and c.id = i.thing_id and (c.done_at is not null or c.archived_at is not null
      or not exists (select from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id and g.person_id = i.person_id)
      and not exists (select from checklist_items l where l.workspace_id = c.workspace_id and l.card_id = c.id and l.person_id = i.person_id and l.done_at is null)))
  or i.thing_kind = 'milestone' and i.category = 'assigned' and exists (select from milestones m
    where m.workspace_id = i.workspace_id and m.id = i.thing_id and (m.state in ('accepted', 'dropped') or m.owner_id is distinct from i.person_id))
  or i.thing_kind = 'project' and i.category = 'assigned' and exists (select from projects p
    where p.workspace_id = i.workspace_id and p.id = i.thing_id and (p.archived_at is not null or p.lead_id is distinct from i.person_id))
  or i.thing_kind = 'card' and i.reason in ('still_blocked', 'untouched', 'due_not_begun', 'estimate_missing') and exists (select from cards c
    where c.workspace_id = i.workspace_id and c.id = i.thing_id and (c.done_at is not null or c.archived_at is not null
      or i.reason = 'still_blocked' and c.blocked_reason is null or i.reason = 'untouched' and c.touched_at > i.last_at
      or i.reason = 'due_not_begun' and c.started_at is not null or i.reason = 'estimate_missing' and c.likely is not null))
  or i.thing_kind = 'milestone' and i.reason = 'approval_offered' and exists (select from milestones m
    where m.workspace_id = i.workspace_id and m.id = i.thing_id and (m.state in ('accepted', 'dropped')
      or exists (select from criteria k where k.workspace_id = m.workspace_id and k.milestone_id = m.id and k.answer is distinct from 'met')
      or exists (select from approvals a where a.workspace_id = m.workspace_id and a.milestone_id = m.id and a.superseded_at is null
        and a.cancelled_at is null and (a.outcome is null or a.outcome = 'approved'))))
  or i.category = 'mention' and exists (select from comments c join threads t on t.workspace_id = c.workspace_id and t.id = c.thread_id
    where c.workspace_id = i.workspace_id and c.author_id = i.person_id and c.created_at > i.last_at and c.deleted_at is null
      and i.thing_id = coalesce(t.objective_id, t.milestone_id, t.card_id, t.message_id, t.project_id))
  or i.thing_kind = 'approval' and exists (select from approvals a
    where a.workspace_id = i.workspace_id and a.id = i.thing_id and (a.superseded_at is not null or a.cancelled_at is not null))
  or i.thing_kind = 'approval' and i.reason = 'unanswered' and exists (select from approvals a
    where a.workspace_id = i.workspace_id and a.id = i.thing_id and a.outcome is not null)
  or i.thing_kind = 'clientRequest' and exists (select from client_requests q
    where q.workspace_id = i.workspace_id and q.id = i.thing_id
      and q.state <> (case i.reason when 'unanswered' then 'asked' else 'answered' end))
  or i.thing_kind = 'changeRequest' and exists (select from change_requests q
    where q.workspace_id = i.workspace_id and q.id = i.thing_id and q.state <> 'asked')
  or i.thing_kind = 'proposal' and i.reason = 'proposed' and exists (select from proposals o
    where o.workspace_id = i.workspace_id and o.id = i.thing_id and o.answered_at is not null)
  or i.thing_kind = 'publication' and exists (select from notice_receipts r
    where r.workspace_id = i.workspace_id and r.publication_id = i.thing_id and r.person_id = i.person_id and r.acknowledged_at is not null)
  or i.thing_kind = 'checkIn' and not exists (select from (select a.answered_at from check_in_answers a
    where a.workspace_id = i.workspace_id and a.check_in_id = i.thing_id and a.person_id = i.person_id order by a.on_date desc limit 1) a where a.answered_at is null)
  or i.thing_kind = 'review' and exists (select from reviews r
    where r.workspace_id = i.workspace_id and r.id = i.thing_id and (r.held_at is not null or r.skipped_at is not null)))`;

/** What was settled elsewhere is done here as well, without anybody saying so twice. */
export async function settleItems(db: Tx, thingIds: readonly string[], now: Date): Promise<void> {
  await sql`update inbox_items i set done_at = ${now}
    where i.done_at is null and i.thing_id = any (${thingIds}::uuid[]) and ${SETTLED}`.execute(db);
}
