import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import type { Kind } from "./sources.store.ts";

/** A thing that was found, as it is now. */
export interface HitRow {
  id: string;
  projectId: string | null;
  title: string;
  body: string;
  /** Of cards, milestones and decisions. */
  number: number | null;
  state: string | null;
  onDate: string | null;
  at: Date;
  archived: boolean;
  byName: string | null;
  /** What a comment or a file hangs on. */
  subjectKind: string | null;
  subjectId: string | null;
  subjectNumber: number | null;
  subjectTitle: string | null;
}

const NOTHING = sql`null::text as subject_kind, null::uuid as subject_id, null::integer as subject_number, null::text as subject_title`;
const OPEN = sql`false as archived`;

const THREAD_ON = (row: string) => sql`
  left join cards c on c.workspace_id = ${sql.ref(`${row}.workspaceId`)} and c.id = ${sql.ref(`${row}.cardId`)}
  left join milestones m on m.workspace_id = ${sql.ref(`${row}.workspaceId`)} and m.id = ${sql.ref(`${row}.milestoneId`)}
  left join objectives j on j.workspace_id = ${sql.ref(`${row}.workspaceId`)} and j.id = ${sql.ref(`${row}.objectiveId`)}`;
/** Threads are called `d`: within the question of the trash, `t` is the trash. */
const SUBJECT_THERE = (row: string) =>
  sql.join(
    ["cardId", "milestoneId", "objectiveId"].map((column) =>
      notInTrash(`${row}.workspaceId`, `${row}.${column}`),
    ),
    sql` and `,
  );

/** What each hit shows; `x` is the row that is asked for, everything else is put beside it. */
const HITS: Record<Kind, RawBuilder<unknown>> = {
  project: sql`select x.workspace_id, x.id, x.id as project_id, null::uuid as card_id, x.name as title, concat_ws(E'\n', x.outcome, x.scope_in, x.scope_out) as body, null::integer as number,
      case when x.paused_at is null then x.state else 'paused' end as state, x.due_on as on_date, x.created_at as at, x.archived_at is not null as archived, null::text as by_name, ${NOTHING}
    from projects x`,
  client: sql`select x.workspace_id, x.id, null::uuid as project_id, null::uuid as card_id, x.name as title, '' as body, null::integer as number, null::text as state, null::date as on_date,
      x.created_at as at, ${OPEN}, null::text as by_name, ${NOTHING} from clients x`,
  member: sql`select m.workspace_id, m.person_id as id, null::uuid as project_id, null::uuid as card_id, p.name as title, concat_ws(E'\n', p.email, nullif(m.title, '')) as body,
      null::integer as number, m.role as state, null::date as on_date, m.created_at as at, ${OPEN}, null::text as by_name, ${NOTHING}
    from members m join persons p on p.workspace_id = m.workspace_id and p.id = m.person_id where m.status = 'active'`,
  contact: sql`select n.workspace_id, n.person_id as id, null::uuid as project_id, null::uuid as card_id, p.name as title, p.email as body, null::integer as number, null::text as state,
      null::date as on_date, n.created_at as at, ${OPEN}, null::text as by_name, 'client' as subject_kind, n.client_id as subject_id, null::integer as subject_number, l.name as subject_title
    from contacts n join persons p on p.workspace_id = n.workspace_id and p.id = n.person_id join clients l on l.workspace_id = n.workspace_id and l.id = n.client_id`,
  milestone: sql`select x.workspace_id, x.id, x.project_id, null::uuid as card_id, x.title, concat_ws(E'\n', x.outcome, x.why) as body, x.number, x.state,
      coalesce(x.reached_on, x.target_on) as on_date, x.created_at as at, ${OPEN}, null::text as by_name, ${NOTHING} from milestones x`,
  objective: sql`select x.workspace_id, x.id, x.project_id, null::uuid as card_id, x.statement as title, concat_ws(E'\n', x.measure, x.our_reason, x.client_reason) as body, null::integer as number,
      null::text as state, x.target_on as on_date, x.created_at as at, ${OPEN}, null::text as by_name, ${NOTHING} from objectives x`,
  card: sql`select x.workspace_id, x.id, x.project_id, x.id as card_id, x.title, concat_ws(E'\n', nullif(x.body, ''),
        (select string_agg(i.text, E'\n' order by i.position) from checklist_items i where i.workspace_id = x.workspace_id and i.card_id = x.id),
        (select string_agg(v.value, E'\n' order by v.field_id) from card_values v where v.workspace_id = x.workspace_id and v.card_id = x.id),
        (select string_agg(k.title, E'\n' order by k.id) from card_links k where k.workspace_id = x.workspace_id and k.card_id = x.id)) as body,
      x.number, coalesce(l.name, x.place) as state, x.due_on as on_date, x.touched_at as at, x.archived_at is not null as archived, null::text as by_name, ${NOTHING}
    from cards x left join columns l on l.workspace_id = x.workspace_id and l.id = x.column_id`,
  message: sql`select x.workspace_id, x.id, x.project_id, null::uuid as card_id, x.title, x.body, null::integer as number, x.audience as state, null::date as on_date, x.created_at as at, ${OPEN},
      p.name as by_name, ${NOTHING} from messages x left join persons p on p.workspace_id = x.workspace_id and p.id = x.author_id`,
  decision: sql`select x.workspace_id, x.id, x.project_id, null::uuid as card_id, x.title, x.question as body, x.number, coalesce(x.outcome, 'open') as state, x.due_on as on_date, x.created_at as at,
      ${OPEN}, null::text as by_name, ${NOTHING} from approvals x where x.superseded_at is null and x.cancelled_at is null`,
  file: sql`select f.workspace_id, f.id, f.project_id, f.card_id, f.name as title,
      (select coalesce(string_agg(distinct v.name, E'\n'), '') from file_versions v where v.workspace_id = f.workspace_id and v.file_id = f.id and v.name <> f.name) as body, null::integer as number,
      f.audience as state, null::date as on_date, f.created_at as at, c.archived_at is not null as archived, p.name as by_name, ${subjectOf("f", sql`null::uuid`)}
    from files f left join persons p on p.workspace_id = f.workspace_id and p.id = f.author_id ${THREAD_ON("f")} where ${SUBJECT_THERE("f")}`,
  comment: sql`select o.workspace_id, o.id, d.project_id, d.card_id, '' as title, o.body, null::integer as number, d.audience as state, null::date as on_date, o.created_at as at,
      c.archived_at is not null as archived, coalesce(p.name, o.imported_author) as by_name, ${subjectOf("d", sql`d.message_id`)}
    from comments o join threads d on d.workspace_id = o.workspace_id and d.id = o.thread_id
    left join persons p on p.workspace_id = o.workspace_id and p.id = o.author_id ${THREAD_ON("d")} where o.deleted_at is null and ${SUBJECT_THERE("d")} and ${notInTrash("d.workspaceId", "d.messageId")}`,
};

function subjectOf(row: string, message: RawBuilder<unknown>): RawBuilder<unknown> {
  const on = (column: string) => sql.ref(`${row}.${column}`);
  return sql`case when ${on("cardId")} is not null then 'card' when ${on("milestoneId")} is not null then 'milestone' when ${on("objectiveId")} is not null then 'objective'
      when ${message} is not null then 'message' else 'project' end as subject_kind,
    coalesce(${on("cardId")}, ${on("milestoneId")}, ${on("objectiveId")}, ${message}, ${on("projectId")}) as subject_id,
    coalesce(c.number, m.number) as subject_number, coalesce(c.title, m.title, j.statement) as subject_title`;
}

/** What a guest may see besides projects: their cards, and what the team says and keeps there. */
function onOwnCards({ actor }: Scope, kind: Kind): RawBuilder<unknown> {
  if (actor.role !== "guest" || kind === "project") return sql`true`;
  const ours = kind === "card" ? sql`true` : sql`h.state = 'team'`;
  return sql`${ours} and exists (select from card_people g where g.workspace_id = h.workspace_id and g.card_id = h.card_id and g.person_id = ${actor.personId})`;
}

/** These things as this person may see them at this moment; whatever search remembers of them, it is asked here again. */
export async function hitRows(
  scope: Scope,
  kind: Kind,
  ids: readonly string[],
  projectIds: readonly string[],
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    select h.id, h.project_id, h.title, h.body, h.number, h.state, h.on_date, h.at, h.archived, h.by_name, h.subject_kind, h.subject_id, h.subject_number, h.subject_title
    from (${HITS[kind]}) h
    where h.workspace_id = ${scope.actor.workspaceId} and h.id = any (${ids}::uuid[]) and ${notInTrash("h.workspaceId", "h.id")}
      and (h.project_id is null or h.project_id = any (${projectIds}::uuid[])) and ${onOwnCards(scope, kind)}`.execute(
    scope.tx,
  );
  return rows;
}
