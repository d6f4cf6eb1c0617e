import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import type { ColumnCategory } from "./card-access.store.ts";
import { looselyBetween } from "./card-position.ts";

/** Where a card should go: a column of the project or its Later list, next to a neighbour or at the end. */
export interface WantedPlace {
  /** Undefined is the first column. */
  columnId?: string | undefined;
  later?: boolean | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

export interface FoundPlace {
  place: "board" | "later";
  columnId: string | null;
  category: ColumnCategory | null;
  position: string;
}

/** What a place looks like before it is known whether it may be used. */
export interface Neighbours {
  columnId: string | null;
  category: ColumnCategory | null;
  neighbourKnown: boolean;
  low: string | null;
  high: string | null;
}

/** Finds the spot in one question; 404 when the column or the neighbour is not of this project. */
export async function findPlace(
  scope: Scope,
  projectId: string,
  wanted: WantedPlace,
  moving: string | null = null,
): Promise<FoundPlace> {
  return placeAmong(await neighboursOf(scope, projectId, wanted, moving), wanted);
}

export function placeAmong(found: Neighbours | undefined, wanted: WantedPlace): FoundPlace {
  if ((!wanted.later && !found?.columnId) || !found?.neighbourKnown) throw notFound();
  const { columnId, category, low, high } = found;
  return { place: wanted.later ? "later" : "board", columnId, category, position: looselyBetween(low, high) };
}

export async function neighboursOf(
  scope: Scope,
  projectId: string,
  wanted: WantedPlace,
  moving: string | null = null,
): Promise<Neighbours | undefined> {
  const workspaceId = scope.actor.workspaceId;
  const neighbour = wanted.before ?? wanted.after ?? null;
  const target = wanted.later
    ? sql`select null::uuid as id, null as category`
    : column(workspaceId, projectId, wanted.columnId);
  const list = wanted.later
    ? sql`m.column_id is null and m.project_id = ${projectId} and m.place = 'later'`
    : sql`m.column_id = t.id`;
  const mates = sql`from cards m where m.workspace_id = ${workspaceId} and ${list} and m.id is distinct from ${moving}::uuid`;
  const anchored = neighbour && {
    anchor: sql`, anchor as (
      select m.position as at from t, cards m where m.workspace_id = ${workspaceId} and m.id = ${neighbour}
        and m.project_id = ${projectId} and ${list} and m.id is distinct from ${moving}::uuid)`,
    known: sql`exists (select from cards where workspace_id = ${workspaceId} and project_id = ${projectId} and id = ${neighbour})`,
  };
  const { rows } = await sql<Neighbours>`
    with t as (${target})${anchored ? anchored.anchor : sql``}
    select t.id as column_id, t.category, ${anchored ? anchored.known : sql`true`} as neighbour_known, ${edges(wanted, mates)}
    from t`.execute(scope.tx);
  return rows[0];
}

/** Beside a neighbour that has left the list meanwhile means: at the end. */
function edges({ before, after }: WantedPlace, mates: RawBuilder<unknown>): RawBuilder<unknown> {
  const anchor = sql`(select at from anchor)`;
  if (before)
    return sql`(select max(m.position) ${mates} and m.position < coalesce(${anchor}, '~') collate "C") as low, ${anchor} as high`;
  if (after)
    return sql`coalesce(${anchor}, (select max(m.position) ${mates})) as low, (select min(m.position) ${mates} and m.position > ${anchor}) as high`;
  return sql`(select max(m.position) ${mates}) as low, null as high`;
}

function column(workspaceId: string, projectId: string, id: string | undefined): RawBuilder<unknown> {
  return sql`select id, category from columns where workspace_id = ${workspaceId} and project_id = ${projectId}
    ${id ? sql`and id = ${id}` : sql``} order by position collate "C" limit 1`;
}
