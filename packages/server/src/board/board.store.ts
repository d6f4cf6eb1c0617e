import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { peopleOfProject } from "./project-people.store.ts";

export interface BoardRead {
  /** The board as JSON text, made by the database so that nothing is parsed on the way. */
  json: string;
  /** What the read could see: `happenedSince` compares with it. */
  snapshot: string;
}

/** The whole board in one statement, so that all of it is of one moment. A guest gets the cards that carry them. */
export async function readBoard(scope: Scope, projectId: string): Promise<BoardRead> {
  const { actor, tx } = scope;
  const workspaceId = actor.workspaceId;
  const own = actor.role === "guest" ? onCard(actor.personId) : sql`true`;
  const { rows } = await sql<BoardRead>`
    with seen as materialized (
      select c.id, c.number, c.title, c.place, c.column_id, c.milestone_id, c.position, c.priority, c.start_on, c.due_on, c.low, c.likely, c.high,
        c.blocked_reason is not null as blocked, c.blocked_by_client, c.audience, c.body <> '' as has_body, c.comment_count, c.file_count,
        c.item_count, c.item_done_count, c.started_at, c.done_at, c.archived_at, c.revision
      from cards c
      where c.workspace_id = ${workspaceId} and c.project_id = ${projectId} and ${own}
        and not exists (select from trash t where t.workspace_id = c.workspace_id and t.thing_id = c.id)
    ), assigned as (
      select card_id, json_agg(person_id order by created_at, person_id) as ids from card_people
      where workspace_id = ${workspaceId} and card_id in (select id from seen) group by card_id
    ), labelled as (
      select card_id, json_agg(label_id order by created_at, label_id) as ids from card_labels
      where workspace_id = ${workspaceId} and card_id in (select id from seen) group by card_id
    )
    select pg_current_snapshot()::text as snapshot, json_build_object(
      'project', (select json_build_object('id', id, 'key', key, 'name', name) from projects where workspace_id = ${workspaceId} and id = ${projectId}),
      'columns', ${columnsOf(workspaceId, projectId)},
      'cards', ${CARDS},
      'labels', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'color', color, 'position', position, 'revision', revision)
        order by position collate "C", id), '[]') from labels where workspace_id = ${workspaceId} and project_id = ${projectId}),
      'people', (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]') from persons
        where workspace_id = ${workspaceId} and (id in (${peopleOfProject(scope, projectId)})
          or id in (select person_id from card_people where workspace_id = ${workspaceId} and card_id in (select id from seen)))),
      'milestones', ${milestonesOf(scope, projectId)},
      'later', (select count(*) from seen where place = 'later' and archived_at is null))::text as json`.execute(
    tx,
  );
  const read = rows[0];
  if (!read) throw new Error("a select without from gives one row");
  return read;
}

function onCard(personId: string): RawBuilder<unknown> {
  return sql`exists (select from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id and g.person_id = ${personId})`;
}

const INSTANT = sql.lit(`YYYY-MM-DD"T"HH24:MI:SS.MS"Z"`);

const CARDS = sql`(select coalesce(json_agg(json_build_object(
    'id', c.id, 'number', c.number, 'title', c.title, 'columnId', c.column_id, 'milestoneId', c.milestone_id, 'position', c.position,
    'priority', c.priority, 'startOn', c.start_on, 'dueOn', c.due_on, 'low', c.low, 'likely', c.likely, 'high', c.high,
    'people', coalesce(a.ids, '[]'), 'labels', coalesce(l.ids, '[]'), 'blocked', c.blocked, 'blockedByClient', c.blocked_by_client,
    'audience', c.audience, 'hasBody', c.has_body, 'comments', c.comment_count, 'files', c.file_count, 'items', c.item_count,
    'itemsDone', c.item_done_count, 'startedAt', to_char(c.started_at at time zone 'UTC', ${INSTANT}),
    'doneAt', to_char(c.done_at at time zone 'UTC', ${INSTANT}), 'revision', c.revision)
    order by c.column_id, c.position collate "C"), '[]')
  from seen c left join assigned a on a.card_id = c.id left join labelled l on l.card_id = c.id
  where c.place = 'board' and c.archived_at is null)`;

function columnsOf(workspaceId: string, projectId: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'category', c.category, 'wipLimit', c.wip_limit,
      'position', c.position, 'revision', c.revision, 'count', coalesce(n.count, 0)) order by c.position collate "C"), '[]')
    from columns c left join (select column_id, count(*) as count from seen where archived_at is null group by column_id) n on n.column_id = c.id
    where c.workspace_id = ${workspaceId} and c.project_id = ${projectId})`;
}

/** A card that was done before it was archived still counts for its milestone. A guest sees those of their cards. */
function milestonesOf({ actor }: Scope, projectId: string): RawBuilder<unknown> {
  const { workspaceId } = actor;
  return sql`(select coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'targetOn', m.target_on,
      'state', m.state, 'done', coalesce(n.done, 0), 'total', coalesce(n.total, 0)) order by m.position collate "C"), '[]')
    from milestones m left join (
      select milestone_id, count(*) filter (where done_at is not null) as done, count(*) as total
      from seen where archived_at is null or done_at is not null group by milestone_id) n on n.milestone_id = m.id
    where m.workspace_id = ${workspaceId} and m.project_id = ${projectId} ${actor.role === "guest" ? sql`and n.total > 0` : sql``}
      and not exists (select from trash t where t.workspace_id = m.workspace_id and t.thing_id = m.id))`;
}
