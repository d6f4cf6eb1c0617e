import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { atWork } from "../reviews/occurrences.store.ts";

/** Workspaces in which a switch of these is on. */
export async function workspacesWith(maintenance: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await maintenance
    .selectFrom("switches")
    .select("workspaceId")
    .distinct()
    .where("code", "in", codes)
    .execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

/** The projects that go on in which this one is on, with its number. */
export async function projectsWith(
  { tx, actor }: Scope,
  code: DayCode,
): Promise<{ projectId: string; settings: unknown }[]> {
  const { rows } = await sql<{ projectId: string; settings: unknown }>`
    select s.project_id, s.settings from switches s where s.workspace_id = ${actor.workspaceId} and s.code = ${code} and ${atWork("s")}`.execute(
    tx,
  );
  return rows;
}

/** A card that a switch looks at, with the day that it counts from and what tells this time from the next. */
export interface Lying {
  id: string;
  projectId: string;
  occasion: string;
  people: string[];
  leadId: string | null;
}

const dayOf = (instant: RawBuilder<unknown>, zone: string) =>
  sql`to_char(${instant} at time zone ${zone}, 'YYYY-MM-DD')`;
const exactly = (instant: RawBuilder<unknown>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const BLOCKED_AT = sql`coalesce((select max(e.at) from events e where e.workspace_id = c.workspace_id and e.subject_id = c.id
  and e.verb = 'card.blocked' and e.data->'before'->>'blockedReason' is null), c.created_at)`;

export const DAY_CODES = ["blocked", "due_not_begun", "doing_untouched", "done_archived"] as const;
export type DayCode = (typeof DAY_CODES)[number];

/** Which cards a switch looks at, what day counts for each, and what makes a time of its own. */
function looksAt(code: DayCode, zone: string) {
  switch (code) {
    case "blocked":
      return {
        wanted: sql`c.done_at is null and c.blocked_reason is not null`,
        on: dayOf(BLOCKED_AT, zone),
        occasion: exactly(BLOCKED_AT),
      };
    case "due_not_begun":
      return {
        wanted: sql`c.done_at is null and c.started_at is null and c.due_on is not null`,
        on: sql`c.due_on::text`,
        occasion: sql`c.due_on::text`,
      };
    case "doing_untouched":
      return {
        wanted: sql`c.done_at is null and l.category = 'doing'`,
        on: dayOf(sql`c.touched_at`, zone),
        occasion: exactly(sql`c.touched_at`),
      };
    case "done_archived":
      return {
        wanted: sql`c.done_at is not null`,
        on: dayOf(sql`c.done_at`, zone),
        occasion: exactly(sql`c.done_at`),
      };
  }
}

/** Cards of a project that a switch looks at, between two days, the longest waiting first; those that have had their turn are left out. */
export async function lyingCards(
  { tx, actor }: Scope,
  { projectId, code, zone }: { projectId: string; code: DayCode; zone: string },
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<Lying[]> {
  const { wanted, on, occasion } = looksAt(code, zone);
  const { rows } = await sql<Lying>`
    select x.id, x.project_id, x.occasion, x.people, x.lead_id from (
      select c.id, c.project_id, ${on} as day, ${occasion} as occasion, p.lead_id,
        array(select g.person_id::text from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id order by g.created_at, g.person_id) as people
      from cards c
      join projects p on p.workspace_id = c.workspace_id and p.id = c.project_id
      left join columns l on l.workspace_id = c.workspace_id and l.id = c.column_id
      where c.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId} and c.archived_at is null and ${wanted}
        and not exists (select from trash t where t.workspace_id = c.workspace_id and t.thing_id = c.id)) x
    where x.day between ${from} and ${until} and not exists (select from switch_runs r where r.workspace_id = ${actor.workspaceId}
      and r.project_id = x.project_id and r.code = ${code} and r.thing_id = x.id and r.occasion = x.occasion)
    order by x.day, x.id limit ${limit}`.execute(tx);
  return rows;
}
