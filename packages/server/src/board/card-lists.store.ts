import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { CARD_FIELDS, CARD_JOINS, type CardRow } from "./card-access.store.ts";

/** Where the last page ended: its sort key and id. */
export type Cursor = readonly [key: string, id: string];

interface CardsOf {
  projectId: string;
  milestoneId?: string | undefined;
}

export function laterCards(
  scope: Scope,
  of: CardsOf,
  from: Cursor | null,
  limit: number,
): Promise<CardRow[]> {
  const after = from ? sql`and (c.position collate "C", c.id) > (${from[0]}, ${from[1]}::uuid)` : sql``;
  const where = sql`c.place = 'later' and c.archived_at is null ${after} order by c.position collate "C", c.id`;
  return cards(scope, of, where, limit);
}

/** Last archived first. */
export function archivedCards(
  scope: Scope,
  of: CardsOf,
  from: Cursor | null,
  limit: number,
): Promise<CardRow[]> {
  const after = from ? sql`and (c.archived_at, c.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql``;
  const where = sql`c.archived_at is not null ${after} order by c.archived_at desc, c.id desc`;
  return cards(scope, of, where, limit);
}

async function cards(
  { tx, actor }: Scope,
  { projectId, milestoneId }: CardsOf,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<CardRow[]> {
  const own = sql`exists (select from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id and g.person_id = ${actor.personId}) and`;
  const serving = milestoneId ? sql`c.milestone_id = ${milestoneId} and` : sql``;
  const { rows } = await sql<CardRow>`
    select ${CARD_FIELDS} from cards c ${CARD_JOINS}
    where c.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId} and ${notInTrash("c.workspace_id", "c.id")}
      and ${actor.role === "guest" ? own : sql``} ${serving} ${where} limit ${limit}`.execute(tx);
  return rows;
}
