import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { COVER } from "./card-access.store.ts";
import { peopleOfProject } from "./project-people.store.ts";

export interface BoardRead {
  /** The board as JSON text, made by the database so that nothing is parsed on the way. */
  json: string;
  /** What the read could see: `happenedSince` compares with it. */
  snapshot: string;
}

interface Parts {
  snapshot: string;
  project: string;
  columns: string;
  cards: string;
  labels: string;
  people: string;
  milestones: string;
  fields: string;
  waits: string;
  later: number;
}

/** The whole board in one statement, so that all of it is of one moment. A guest gets the cards that carry them. */
export async function readBoard(scope: Scope, projectId: string): Promise<BoardRead> {
  const { actor, tx } = scope;
  const workspaceId = actor.workspaceId;
  const { rows } = await sql<Parts>`
    with seen as materialized (${seenCards(scope, projectId)})
    select pg_current_snapshot()::text as snapshot,
      (select json_build_object('id', id, 'key', key, 'name', name)::text from projects where workspace_id = ${workspaceId} and id = ${projectId}) as project,
      ${columnsOf(workspaceId, projectId)} as columns,
      ${CARDS} as cards,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'color', color, 'position', position, 'revision', revision)
        order by position collate "C", id), '[]')::text from labels where workspace_id = ${workspaceId} and project_id = ${projectId}) as labels,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')::text from persons
        where workspace_id = ${workspaceId} and id in (${peopleOfProject(scope, projectId)} union select unnest(people) from seen)) as people,
      ${milestonesOf(scope, projectId)} as milestones,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'choices', f.choices, 'revision', f.revision)
        order by f.position, f.created_at, f.id), '[]')::text from custom_fields f
        where f.workspace_id = ${workspaceId} and f.project_id = ${projectId} and ${notInTrash("f.workspace_id", "f.id")}) as fields,
      ${waitsOf(scope, projectId)} as waits,
      (select count(*) from seen where place = 'later' and archived_at is null) as later`.execute(tx);
  const read = rows[0];
  if (!read) throw new Error("a select without from gives one row");
  const { snapshot, project, columns, cards, labels, people, milestones, fields, waits, later } = read;
  const json = `{"project":${project},"columns":${columns},"cards":[${cards}],"labels":${labels},"people":${people},"milestones":${milestones},"fields":${fields},"waits":${waits},"later":${later}}`;
  return { json, snapshot };
}

/** People and labels by their index, card by card: what other projects hold does not matter. */
function seenCards({ actor }: Scope, projectId: string): RawBuilder<unknown> {
  return sql`select c.id, c.number, c.title, c.place, c.column_id, c.milestone_id, c.position, c.priority, c.start_on, c.due_on, c.low, c.likely, c.high,
      c.blocked_reason is not null as blocked, c.blocked_by_client, c.audience, c.body <> '' as has_body, c.comment_count, c.file_count,
      c.item_count, c.item_done_count, c.started_at, c.done_at, c.archived_at, c.revision, v.file_id as cover_file_id, v.n as cover_version,
      array(select person_id from card_people where workspace_id = c.workspace_id and card_id = c.id order by created_at, person_id) as people,
      array(select label_id from card_labels where workspace_id = c.workspace_id and card_id = c.id order by created_at, label_id) as labels
    from cards c left join lateral (${COVER} ${actor.role === "guest" ? sql`and f.audience = 'team'` : sql``}) v on true
    where c.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId} ${actor.role === "guest" ? sql`and ${onCard(actor.personId)}` : sql``}
      and not exists (select from trash t where t.workspace_id = c.workspace_id and t.thing_id = c.id)`;
}

/** What a card finishes after, and whether that is open: the page knows itself what is on the board. A guest sees those of their cards. */
function waitsOf({ actor }: Scope, projectId: string): RawBuilder<unknown> {
  const known = actor.role === "guest" ? sql`and d.from_card_id in (select id from seen)` : sql``;
  return sql`(select coalesce(json_agg(json_build_object('card', d.to_card_id, 'for', coalesce(d.from_card_id, d.from_milestone_id),
      'open', case when fc.id is null then fm.state not in ('accepted', 'dropped') else fc.done_at is null and fc.archived_at is null end) order by d.id), '[]')::text
    from dependencies d left join cards fc on fc.workspace_id = d.workspace_id and fc.id = d.from_card_id
      left join milestones fm on fm.workspace_id = d.workspace_id and fm.id = d.from_milestone_id
    where d.workspace_id = ${actor.workspaceId} and d.project_id = ${projectId} and d.kind = 'FS' and d.to_card_id in (select id from seen) ${known}
      and not exists (select from trash t where t.workspace_id = d.workspace_id and t.thing_id = coalesce(d.from_card_id, d.from_milestone_id)))`;
}

function onCard(personId: string): RawBuilder<unknown> {
  return sql`exists (select from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id and g.person_id = ${personId})`;
}

/** Quoted text of a value that needs no escaping, or null. */
const quoted = (column: string) => sql`coalesce('"' || ${sql.ref(column)} || '"', 'null')`;
const plain = (column: string) => sql`coalesce(${sql.ref(column)}::text, 'null')`;
const ids = (column: string) =>
  sql`case when ${sql.ref(column)} = '{}' then '[]' else '["' || array_to_string(${sql.ref(column)}, '","') || '"]' end`;
const instant = (column: string) =>
  sql`coalesce('"' || to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')`;

/** Put together as text: building thousands of objects value by value takes the database several times as long. */
const CARDS = sql`(select coalesce(string_agg('{"id":"' || c.id || '","number":' || c.number || ',"title":' || to_json(c.title)
    || ',"columnId":' || ${quoted("c.column_id")} || ',"milestoneId":' || ${quoted("c.milestone_id")} || ',"position":"' || c.position
    || '","priority":' || c.priority || ',"startOn":' || ${quoted("c.start_on")} || ',"dueOn":' || ${quoted("c.due_on")}
    || ',"low":' || ${plain("c.low")} || ',"likely":' || ${plain("c.likely")} || ',"high":' || ${plain("c.high")}
    || ',"people":' || ${ids("c.people")} || ',"labels":' || ${ids("c.labels")} || ',"blocked":' || c.blocked
    || ',"blockedByClient":' || c.blocked_by_client || ',"audience":"' || c.audience || '","hasBody":' || c.has_body
    || ',"comments":' || c.comment_count || ',"files":' || c.file_count || ',"items":' || c.item_count || ',"itemsDone":' || c.item_done_count
    || ',"coverFileId":' || ${quoted("c.cover_file_id")} || ',"coverVersion":' || ${plain("c.cover_version")}
    || ',"startedAt":' || ${instant("c.started_at")} || ',"doneAt":' || ${instant("c.done_at")} || ',"revision":' || c.revision || '}',
    ',' order by c.column_id, c.position collate "C"), '')
  from seen c where c.place = 'board' and c.archived_at is null)`;

function columnsOf(workspaceId: string, projectId: string): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'category', c.category, 'wipLimit', c.wip_limit,
      'position', c.position, 'revision', c.revision, 'count', coalesce(n.count, 0)) order by c.position collate "C"), '[]')::text
    from columns c left join (select column_id, count(*) as count from seen where archived_at is null group by column_id) n on n.column_id = c.id
    where c.workspace_id = ${workspaceId} and c.project_id = ${projectId})`;
}

/** A card that was done before it was archived still counts for its milestone. A guest sees those of their cards. */
function milestonesOf({ actor }: Scope, projectId: string): RawBuilder<unknown> {
  const { workspaceId } = actor;
  return sql`(select coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'targetOn', m.target_on,
      'state', m.state, 'done', coalesce(n.done, 0), 'total', coalesce(n.total, 0)) order by m.position collate "C"), '[]')::text
    from milestones m left join (
      select milestone_id, count(*) filter (where done_at is not null) as done, count(*) as total
      from seen where archived_at is null or done_at is not null group by milestone_id) n on n.milestone_id = m.id
    where m.workspace_id = ${workspaceId} and m.project_id = ${projectId} ${actor.role === "guest" ? sql`and n.total > 0` : sql``}
      and not exists (select from trash t where t.workspace_id = m.workspace_id and t.thing_id = m.id))`;
}
