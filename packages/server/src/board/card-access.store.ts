import { sql } from "kysely";
import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { notFound } from "../kit/errors.ts";
import { projectRole, seesAllProjects } from "../projects/project-access.store.ts";

export type ColumnCategory = "todo" | "doing" | "done";

/** A card as verbs and views need it: without its text. */
export interface CardRow {
  id: string;
  projectId: string;
  number: number;
  title: string;
  place: string;
  columnId: string | null;
  category: ColumnCategory | null;
  position: string;
  milestoneId: string | null;
  milestoneState: string | null;
  priority: number;
  low: number | null;
  likely: number | null;
  high: number | null;
  startOn: string | null;
  dueOn: string | null;
  startedAt: Date | null;
  doneAt: Date | null;
  archivedAt: Date | null;
  blockedReason: string | null;
  blockedByClient: boolean;
  audience: string;
  hasBody: boolean;
  touchedAt: Date;
  commentCount: number;
  fileCount: number;
  itemCount: number;
  itemDoneCount: number;
  coverFileId: string | null;
  coverVersion: number | null;
  people: string[];
  labels: string[];
  revision: number;
}

export interface CardAccess extends PolicyObject {
  project: { id: string; key: string; role: "lead" | "member" | null; seesMoney: boolean };
  onCard: boolean;
  card: CardRow;
}

interface Found extends CardRow {
  key: string;
  leadId: string | null;
  role: string | null;
  seesMoney: boolean | null;
}

/** The cover of `cards c` as it is now; gone while its file is in the trash or hangs elsewhere. */
export const COVER = sql`select f.id as file_id, (select max(n) from file_versions x where x.workspace_id = f.workspace_id and x.file_id = f.id) as n
  from files f where f.workspace_id = c.workspace_id and f.id = c.cover_file_id and f.card_id = c.id
    and not exists (select from trash t where t.workspace_id = f.workspace_id and t.thing_id = f.id)`;

/** The fields of a `CardRow`, from `cards c` and `CARD_JOINS`. */
export const CARD_FIELDS = sql`c.id, c.project_id, c.number, c.title, c.place, c.column_id, l.category, c.position, c.milestone_id, s.state as milestone_state,
  c.priority, c.low, c.likely, c.high, c.start_on, c.due_on, c.started_at, c.done_at, c.archived_at, c.blocked_reason, c.blocked_by_client,
  c.audience, c.body <> '' as has_body, c.touched_at, c.comment_count, c.file_count, c.item_count, c.item_done_count, c.revision, v.file_id as cover_file_id, v.n as cover_version,
  array(select person_id::text from card_people where workspace_id = c.workspace_id and card_id = c.id order by created_at, person_id) as people,
  array(select label_id::text from card_labels where workspace_id = c.workspace_id and card_id = c.id order by created_at, label_id) as labels`;

export const CARD_JOINS = sql`left join columns l on l.workspace_id = c.workspace_id and l.id = c.column_id
  left join milestones s on s.workspace_id = c.workspace_id and s.id = c.milestone_id left join lateral (${COVER}) v on true`;

/** The card and this person's part in its project, in one question; 404 for what they may not see. */
export async function visibleCard(scope: Scope, cardId: string): Promise<CardAccess> {
  const { actor, tx } = scope;
  const { rows } = await sql<Found>`
    select ${CARD_FIELDS}, p.key, p.lead_id, m.role, m.sees_money
    from cards c
    join projects p on p.workspace_id = c.workspace_id and p.id = c.project_id
    left join project_members m on m.workspace_id = c.workspace_id and m.project_id = c.project_id and m.person_id = ${actor.personId}
    ${CARD_JOINS}
    where c.workspace_id = ${actor.workspaceId} and c.id = ${cardId}
      and ${notInTrash("c.workspace_id", "c.id")} and ${notInTrash("p.workspace_id", "p.id")}`.execute(tx);
  const found = rows[0];
  if (!found) throw notFound();
  const { key, leadId, role: stored, seesMoney, ...card } = found;
  const role = projectRole(actor, { leadId, role: stored });
  const onCard = card.people.includes(actor.personId);
  if (!role && !seesAllProjects(actor)) throw notFound();
  if (actor.role === "guest" && !onCard) throw notFound();
  return { project: { id: card.projectId, key, role, seesMoney: seesMoney ?? false }, onCard, card };
}
