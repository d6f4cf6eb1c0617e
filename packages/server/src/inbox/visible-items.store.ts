import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { seesAllProjects } from "../projects/project-access.store.ts";
import { CATEGORIES, meaningOf, PILES, type Pile, pileOf, REASONS } from "./reasons.ts";

export interface ItemRow {
  id: string;
  category: string;
  reason: string;
  facts: unknown;
  happenings: number;
  lastAt: Date;
  readAt: Date | null;
  doneAt: Date | null;
  snoozedUntil: Date | null;
  bundledAt: Date | null;
  thingKind: string;
  thingId: string;
  title: string;
  number: number | null;
  /** The day that the thing is about: its due date or target. */
  onDate: string | null;
  projectId: string;
  key: string;
  projectName: string;
  milestoneId: string | null;
  milestoneNumber: number | null;
  milestoneTitle: string | null;
  byName: string | null;
  thingMuted: boolean;
  projectMuted: boolean;
}

/** What is called by its number alone has no title. Every branch names the project that the item names. */
const THING = sql`(
  select c.title, c.number, c.milestone_id, c.due_on as on_date from cards c
    where i.thing_kind = 'card' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select c.title, c.number, c.id, c.target_on from milestones c
    where i.thing_kind = 'milestone' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select c.title, c.number, c.id, c.target_on from milestones c
    where i.thing_kind = 'warning' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select c.name, null, null, c.due_on from projects c
    where i.thing_kind = 'warning' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.id = i.project_id
  union all select c.statement, null, null, c.target_on from objectives c
    where i.thing_kind = 'objective' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select c.name, null, null, c.due_on from projects c
    where i.thing_kind = 'project' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.id = i.project_id
  union all select c.title, c.number, c.milestone_id, c.due_on from approvals c
    where i.thing_kind = 'approval' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select c.title, c.number, c.milestone_id, c.due_on from client_requests c
    where i.thing_kind = 'clientRequest' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select c.title, c.number, c.milestone_id, null from change_requests c
    where i.thing_kind = 'changeRequest' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select '', null, c.milestone_id, null from proposals c
    where i.thing_kind = 'proposal' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select '', c.n, null, null from publications c
    where i.thing_kind = 'publication' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
      and c.withdrawn_at is null
  union all select c.title, null, null, null from messages c
    where i.thing_kind = 'message' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select c.question, null, null, null from check_ins c
    where i.thing_kind = 'checkIn' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
  union all select '', null, c.milestone_id, c.due_on from reviews c
    where i.thing_kind = 'review' and c.workspace_id = i.workspace_id and c.id = i.thing_id and c.project_id = i.project_id
)`;

/**
 * Items of whoever asks, each with its thing as it is now. What they may see today decides, not what they were told once: where the
 * project or the card is theirs no more, the item is not there either.
 */
function itemsOf({ actor }: Scope): RawBuilder<unknown> {
  const sees = seesAllProjects(actor)
    ? sql`true`
    : sql`(p.lead_id = i.person_id or exists (select from project_members q
        where q.workspace_id = i.workspace_id and q.project_id = i.project_id and q.person_id = i.person_id))`;
  const onCard =
    actor.role === "guest"
      ? sql`(i.thing_kind = 'card' and exists (select from card_people g
          where g.workspace_id = i.workspace_id and g.card_id = i.thing_id and g.person_id = i.person_id))`
      : sql`true`;
  return sql`from inbox_items i
    join projects p on p.workspace_id = i.workspace_id and p.id = i.project_id
    cross join lateral ${THING} x
    where i.workspace_id = ${actor.workspaceId} and i.person_id = ${actor.personId} and ${sees} and ${onCard}
      and ${notInTrash("i.workspaceId", "i.thingId")} and ${notInTrash("p.workspaceId", "p.id")}`;
}

function inState({ now }: Scope, state: "open" | "snoozed" | "done"): RawBuilder<unknown> {
  if (state === "done") return sql`i.done_at is not null`;
  if (state === "snoozed") return sql`i.done_at is null and i.snoozed_until > ${now}`;
  return sql`i.done_at is null and (i.snoozed_until is null or i.snoozed_until <= ${now})`;
}

const categoriesOf = (pile: Pile) => CATEGORIES.filter((category) => pileOf(category) === pile);

export interface ItemFilter {
  state: "open" | "snoozed" | "done";
  pile?: Pile | undefined;
  before?: { at: Date; id: string } | undefined;
  limit: number;
}

/** The newest first. */
export function listItems(scope: Scope, { state, pile, before, limit }: ItemFilter): Promise<ItemRow[]> {
  const inPile = pile ? sql`and i.category = any (${categoriesOf(pile)}::text[])` : sql``;
  const from = before ? sql`and (i.last_at, i.id) < (${before.at}, ${before.id}::uuid)` : sql``;
  return rows(scope, sql`${inState(scope, state)} ${inPile} ${from}`, limit);
}

const PERSONAL = REASONS.filter((reason) => meaningOf(reason).personal);

/** What a bundle tells of: open, unread, not muted, and in none before. */
export function unbundledItems(scope: Scope, until: Date, limit: number): Promise<ItemRow[]> {
  const muted = sql`exists (select from mutes u where u.workspace_id = i.workspace_id and u.person_id = i.person_id
    and u.thing_id in (i.thing_id, i.project_id))`;
  const wanted = sql`${inState(scope, "open")} and i.read_at is null and i.bundled_at is null and i.last_at <= ${until}`;
  return rows(scope, sql`${wanted} and (not ${muted} or i.reason = any (${PERSONAL}::text[]))`, limit);
}

export async function findItem(scope: Scope, id: string): Promise<ItemRow | undefined> {
  const [item] = await rows(scope, sql`i.id = ${id}`, 1);
  return item;
}

async function rows(scope: Scope, wanted: RawBuilder<unknown>, limit: number): Promise<ItemRow[]> {
  const found = await sql<ItemRow>`with i as (
      select i.id, i.workspace_id, i.person_id, i.category, i.reason, i.facts, i.happenings, i.last_at, i.read_at, i.done_at,
        i.snoozed_until, i.bundled_at, i.thing_kind, i.thing_id, i.last_event_id, x.title, x.number, x.on_date, x.milestone_id,
        p.id as project_id, p.key, p.name as project_name
      ${itemsOf(scope)} and ${wanted} order by i.last_at desc, i.id desc limit ${limit})
    select i.*, m.number as milestone_number, m.title as milestone_title,
      case when e.actor_id = i.workspace_id then 'Milepost' else a.name end as by_name,
      exists (select from mutes u where u.workspace_id = i.workspace_id and u.person_id = i.person_id and u.thing_id = i.thing_id) as thing_muted,
      exists (select from mutes u where u.workspace_id = i.workspace_id and u.person_id = i.person_id and u.thing_id = i.project_id) as project_muted
    from i
    left join events e on e.workspace_id = i.workspace_id and e.id = i.last_event_id
    left join persons a on a.workspace_id = i.workspace_id and a.id = e.actor_id
    left join milestones m on m.workspace_id = i.workspace_id and m.id = i.milestone_id
    order by i.last_at desc, i.id desc`.execute(scope.tx);
  return found.rows;
}

export interface ItemCounts {
  unread: number;
  open: number;
  snoozed: number;
  piles: Record<Pile, number>;
}

export async function countItems(scope: Scope): Promise<ItemCounts> {
  const open = inState(scope, "open");
  const piles = PILES.map(
    (pile) =>
      sql`count(*) filter (where ${open} and i.category = any (${categoriesOf(pile)}::text[]))::integer as ${sql.ref(pile)}`,
  );
  const { rows: found } = await sql<Record<Pile | "unread" | "open" | "snoozed", number>>`
    select count(*) filter (where ${open} and i.read_at is null)::integer as unread, count(*) filter (where ${open})::integer as open,
      count(*) filter (where ${inState(scope, "snoozed")})::integer as snoozed, ${sql.join(piles)}
    ${itemsOf(scope)} and i.done_at is null`.execute(scope.tx);
  const {
    unread = 0,
    open: all = 0,
    snoozed = 0,
    decisions = 0,
    mentions = 0,
    assigned = 0,
    reviews = 0,
    watched = 0,
  } = {
    ...found[0],
  };
  return { unread, open: all, snoozed, piles: { decisions, mentions, assigned, reviews, watched } };
}
