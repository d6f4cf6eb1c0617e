import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";

/** What can be found, and where its words stand. The order is that of the answer where nothing else decides. */
export const KINDS = [
  "project",
  "client",
  "member",
  "contact",
  "milestone",
  "objective",
  "card",
  "message",
  "decision",
  "file",
  "comment",
] as const;

export type Kind = (typeof KINDS)[number];

/** A thing as it is written now. */
export interface Source {
  workspaceId: string;
  id: string;
  projectId: string | null;
  /** The card that it is or hangs on: guests find what hangs on theirs. */
  cardId: string | null;
  title: string;
  body: string;
  at: Date;
  closed: boolean;
  archived: boolean;
}

const NO_CARD = sql`null::uuid as card_id`;

/** Comments and files of a card that lies in the trash are as little there as the card. */
const CARD_OF = (row: string) =>
  sql`left join cards c on c.workspace_id = ${sql.ref(`${row}.workspaceId`)} and c.id = ${sql.ref(`${row}.cardId`)}`;
/** Threads are called `d`: within the question of the trash, `t` is the trash. */
const MESSAGE_THERE = notInTrash("d.workspaceId", "d.messageId");
const CARD_THERE = sql`(c.id is null or ${notInTrash("c.workspaceId", "c.id")})`;

const SOURCES: Record<Kind, RawBuilder<unknown>> = {
  project: sql`select p.workspace_id, p.id, p.id as project_id, ${NO_CARD}, p.key || ' ' || p.name as title,
      concat_ws(E'\n', p.outcome, p.scope_in, p.scope_out) as body, p.created_at as at, p.state = 'completed' as closed, p.archived_at is not null as archived
    from projects p where ${notInTrash("p.workspaceId", "p.id")}`,
  client: sql`select l.workspace_id, l.id, null::uuid as project_id, ${NO_CARD}, l.name as title, '' as body, l.created_at as at, false as closed, false as archived
    from clients l where ${notInTrash("l.workspaceId", "l.id")}`,
  member: sql`select m.workspace_id, m.person_id as id, null::uuid as project_id, ${NO_CARD}, p.name as title, concat_ws(E'\n', p.email, m.title) as body, m.created_at as at,
      false as closed, false as archived
    from members m join persons p on p.workspace_id = m.workspace_id and p.id = m.person_id where m.status = 'active'`,
  contact: sql`select n.workspace_id, n.person_id as id, null::uuid as project_id, ${NO_CARD}, p.name as title, p.email as body, n.created_at as at, false as closed, false as archived
    from contacts n join persons p on p.workspace_id = n.workspace_id and p.id = n.person_id`,
  milestone: sql`select m.workspace_id, m.id, m.project_id, ${NO_CARD}, m.title, concat_ws(E'\n', m.outcome, m.why) as body, m.created_at as at,
      m.state in ('accepted', 'dropped') as closed, false as archived
    from milestones m where ${notInTrash("m.workspaceId", "m.id")}`,
  objective: sql`select o.workspace_id, o.id, o.project_id, ${NO_CARD}, o.statement as title, concat_ws(E'\n', o.measure, o.our_reason, o.client_reason) as body, o.created_at as at,
      false as closed, false as archived
    from objectives o where ${notInTrash("o.workspaceId", "o.id")}`,
  card: sql`select c.workspace_id, c.id, c.project_id, c.id as card_id, c.title, concat_ws(E'\n', nullif(c.body, ''),
        (select string_agg(i.text, E'\n' order by i.position) from checklist_items i where i.workspace_id = c.workspace_id and i.card_id = c.id),
        (select string_agg(v.value, E'\n' order by v.field_id) from card_values v where v.workspace_id = c.workspace_id and v.card_id = c.id),
        (select string_agg(k.title, E'\n' order by k.id) from card_links k where k.workspace_id = c.workspace_id and k.card_id = c.id)) as body,
      c.touched_at as at, c.done_at is not null as closed, c.archived_at is not null as archived
    from cards c where ${notInTrash("c.workspaceId", "c.id")}`,
  message: sql`select g.workspace_id, g.id, g.project_id, ${NO_CARD}, g.title, g.body, g.created_at as at, false as closed, false as archived
    from messages g where ${notInTrash("g.workspaceId", "g.id")}`,
  decision: sql`select a.workspace_id, a.id, a.project_id, ${NO_CARD}, a.title, a.question as body, a.created_at as at, a.outcome is not null as closed, false as archived
    from approvals a where a.superseded_at is null and a.cancelled_at is null`,
  file: sql`select f.workspace_id, f.id, f.project_id, f.card_id, f.name as title,
      (select coalesce(string_agg(v.name, E'\n' order by v.n desc), '') from file_versions v where v.workspace_id = f.workspace_id and v.file_id = f.id) as body,
      f.created_at as at, false as closed, c.archived_at is not null as archived
    from files f ${CARD_OF("f")} where ${notInTrash("f.workspaceId", "f.id")} and ${CARD_THERE}`,
  comment: sql`select o.workspace_id, o.id, d.project_id, d.card_id, '' as title, o.body, o.created_at as at, false as closed, c.archived_at is not null as archived
    from comments o join threads d on d.workspace_id = o.workspace_id and d.id = o.thread_id ${CARD_OF("d")} where o.deleted_at is null and ${CARD_THERE} and ${MESSAGE_THERE}`,
};

/** These things as they are written now; what is not there any more is left out. */
export async function sourcesOf(
  db: Tx,
  workspaceId: string,
  kind: Kind,
  ids: readonly string[],
): Promise<Source[]> {
  const { rows } = await sql<Source>`select * from (${SOURCES[kind]}) s
    where s.workspace_id = ${workspaceId} and s.id = any (${ids}::uuid[])`.execute(db);
  return rows;
}

/** Everything of a kind in the order of its ids, a page at a time; of one project or all, with what is only remembered of it. */
export async function idsAfter(
  db: Tx,
  { workspaceId, projectId }: { workspaceId: string; projectId?: string | undefined },
  kind: Kind,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const within = projectId === undefined ? sql`` : sql`and s.project_id = ${projectId}`;
  const { rows } = await sql<{ id: string }>`
    select id from (select s.id from (${SOURCES[kind]}) s where s.workspace_id = ${workspaceId} and s.id > ${after} ${within} order by s.id limit ${limit}) a
    union select id from (select s.thing_id as id from search_texts s
      where s.workspace_id = ${workspaceId} and s.kind = ${kind} and s.thing_id > ${after} ${within} order by s.thing_id limit ${limit}) b
    order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What hangs on these cards. */
export async function idsOnCards(
  db: Tx,
  workspaceId: string,
  kind: "comment" | "file",
  cardIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from (${SOURCES[kind]}) s where s.workspace_id = ${workspaceId} and s.card_id = any (${cardIds}::uuid[])
    union select s.thing_id from search_texts s
      where s.workspace_id = ${workspaceId} and s.kind = ${kind} and s.card_id = any (${cardIds}::uuid[])`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

export async function allWorkspaces(db: Tx): Promise<string[]> {
  const rows = await db.selectFrom("workspaces").select("workspaceId").orderBy("workspaceId").execute();
  return rows.map(({ workspaceId }) => workspaceId);
}
