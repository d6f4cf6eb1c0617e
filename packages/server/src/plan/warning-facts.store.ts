import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** What is left of a milestone's cards, by who has it; a card of several people is shared in equal parts. */
export interface WorkLeftRow {
  projectId: string;
  milestoneId: string;
  personId: string | null;
  minutes: number;
  /** Last day on which anybody changed one of them or talked about it, the finished ones included. */
  touchedOn: string;
}

export async function workLeft({ tx, actor }: Scope, projectIds: readonly string[]): Promise<WorkLeftRow[]> {
  const isOpen = sql`c.done_at is null and case when c.place = 'board' then k.category else c.place end not in ('done', 'later')`;
  const { rows } = await sql<WorkLeftRow>`
    select c.project_id, c.milestone_id, who.person_id,
      sum(case when ${isOpen} then coalesce(c.likely, 0) / coalesce(who.people, 1) else 0 end)::integer as minutes,
      max((c.touched_at at time zone w.zone)::date) as touched_on
    from cards c
    join workspaces w on w.workspace_id = c.workspace_id
    left join columns k on k.workspace_id = c.workspace_id and k.id = c.column_id
    left join lateral (select cp.person_id, count(*) over () as people from card_people cp
      join members here on here.workspace_id = cp.workspace_id and here.person_id = cp.person_id and here.status = 'active'
      where cp.workspace_id = c.workspace_id and cp.card_id = c.id) who on true
    where c.workspace_id = ${actor.workspaceId} and c.project_id = any(${[...projectIds]}::uuid[]) and c.milestone_id is not null
      and (c.archived_at is null or c.done_at is not null) and ${notInTrash("c.workspaceId", "c.id")}
    group by 1, 2, 3`.execute(tx);
  return rows;
}

/** How many criteria a milestone has, and how many of them nobody has answered. */
export async function criteriaCounts(
  { tx, actor }: Scope,
  projectIds: readonly string[],
): Promise<{ milestoneId: string; open: number; of: number }[]> {
  const { rows } = await sql<{ milestoneId: string; open: number; of: number }>`
    select k.milestone_id, count(*) filter (where k.answer is null)::integer as open, count(*)::integer as of
    from criteria k join milestones m on m.workspace_id = k.workspace_id and m.id = k.milestone_id
    where k.workspace_id = ${actor.workspaceId} and m.project_id = any(${[...projectIds]}::uuid[]) group by 1`.execute(
    tx,
  );
  return rows;
}

/** How often each milestone was adjusted; what one act changed of it counts once, and what was undone not at all. */
export async function adjustmentCounts(
  { tx, actor }: Scope,
  projectIds: readonly string[],
): Promise<{ milestoneId: string; times: number }[]> {
  const { rows } = await sql<{ milestoneId: string; times: number }>`
    select milestone_id, count(distinct coalesce(event_id, id))::integer as times from adjustments
    where workspace_id = ${actor.workspaceId} and project_id = any(${[...projectIds]}::uuid[]) and undone_at is null
    group by 1`.execute(tx);
  return rows;
}

export interface PredecessorRow {
  projectId: string;
  /** What waits: the milestone itself, or that of the card that waits. */
  milestoneId: string;
  kind: "milestone" | "card";
  id: string;
  number: number;
  title: string;
  dueOn: string | null;
}

/** What is open and has to be finished before something of another milestone can be. */
export async function openPredecessors(
  { tx, actor }: Scope,
  projectIds: readonly string[],
): Promise<PredecessorRow[]> {
  const { rows } = await sql<PredecessorRow>`
    select d.project_id, coalesce(d.to_milestone_id, tc.milestone_id) as milestone_id,
      case when fm.id is null then 'card' else 'milestone' end as kind, coalesce(fm.id, fc.id) as id,
      coalesce(fm.number, fc.number) as number, coalesce(fm.title, fc.title) as title, coalesce(fm.target_on, fc.due_on) as due_on
    from dependencies d
    left join milestones fm on fm.workspace_id = d.workspace_id and fm.id = d.from_milestone_id
    left join cards fc on fc.workspace_id = d.workspace_id and fc.id = d.from_card_id
    left join cards tc on tc.workspace_id = d.workspace_id and tc.id = d.to_card_id
    where d.workspace_id = ${actor.workspaceId} and d.project_id = any(${[...projectIds]}::uuid[]) and d.kind in ('FS', 'FF')
      and (fm.state not in ('accepted', 'dropped') or (fc.done_at is null and fc.archived_at is null and fc.id is not null))
      and (tc.id is null or (tc.done_at is null and tc.archived_at is null and tc.milestone_id is not null))
      and coalesce(d.from_milestone_id, fc.milestone_id) is distinct from coalesce(d.to_milestone_id, tc.milestone_id)
      and not exists (select from trash t where t.workspace_id = d.workspace_id
        and t.thing_id in (d.from_milestone_id, d.from_card_id, d.to_milestone_id, d.to_card_id))
    order by d.id`.execute(tx);
  return rows;
}

/** Whose answer each of these approvals waits for first; whoever stands in for them is the one who is reminded. */
export async function awaitedPeople(
  { tx, actor }: Scope,
  approvalIds: readonly string[],
): Promise<{ approvalId: string; personId: string; name: string }[]> {
  if (approvalIds.length === 0) return [];
  const { rows } = await sql<{ approvalId: string; personId: string; name: string }>`
    select distinct on (a.approval_id) a.approval_id, a.person_id, p.name
    from approval_people a
    join persons p on p.workspace_id = a.workspace_id and p.id = coalesce(a.delegate_id, a.person_id)
    where a.workspace_id = ${actor.workspaceId} and a.approval_id = any(${[...approvalIds]}::uuid[]) and a.part = 'decider'
      and not exists (select from decisions d where d.workspace_id = a.workspace_id and d.approval_id = a.approval_id
        and d.person_id = a.person_id and d.verdict <> 'advised'
        and not exists (select from withdrawals w where w.workspace_id = d.workspace_id and w.decision_id = d.id))
    order by a.approval_id, a.position`.execute(tx);
  return rows;
}
