import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { CARD_FIELDS, CARD_JOINS, type CardRow } from "./card-access.store.ts";
import { contains } from "./folded-text.store.ts";

/** Where the last page ended: its sort key and id. */
export type Cursor = readonly [key: string, id: string];

/** Which of the cards that are off the board. */
export interface CardFilter {
  /** Words of the title in any order, or the number. */
  q?: string | undefined;
  personId?: string | undefined;
  labelId?: string | undefined;
  milestoneId?: string | undefined;
  columnId?: string | undefined;
  state?: "done" | "open" | undefined;
}

type CardsOf = CardFilter & { projectId: string };

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
  { projectId, ...filter }: CardsOf,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<CardRow[]> {
  const own = sql`exists (select from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id and g.person_id = ${actor.personId}) and`;
  const { rows } = await sql<CardRow>`
    select ${CARD_FIELDS} from cards c ${CARD_JOINS}
    where c.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId} and ${notInTrash("c.workspace_id", "c.id")}
      and ${actor.role === "guest" ? own : sql``} ${fitting(filter)} ${where} limit ${limit}`.execute(tx);
  return rows;
}

const MOST_WORDS = 8;

function fitting({ q, personId, labelId, milestoneId, columnId, state }: CardFilter): RawBuilder<unknown> {
  const has = (table: string, column: string, id: string) =>
    sql`exists (select from ${sql.table(table)} x where x.workspace_id = c.workspace_id and x.card_id = c.id and x.${sql.ref(column)} = ${id}) and`;
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return sql.join(
    [
      ...(milestoneId ? [sql`c.milestone_id = ${milestoneId} and`] : []),
      ...(columnId ? [sql`c.column_id = ${columnId} and`] : []),
      ...(state ? [sql`c.done_at is ${state === "done" ? sql`not null` : sql`null`} and`] : []),
      ...(personId ? [has("card_people", "person_id", personId)] : []),
      ...(labelId ? [has("card_labels", "label_id", labelId)] : []),
      ...words.map((word) => sql`(${contains(sql`c.title`, word)} or ${isNumber(word)}) and`),
    ],
    sql` `,
  );
}

/** 42, #42 or ACME-42. */
function isNumber(word: string): RawBuilder<boolean> {
  const number = /^(?:[a-z][a-z0-9]*-|#)?(\d{1,9})$/i.exec(word)?.[1];
  return number ? sql<boolean>`c.number = ${Number(number)}` : sql<boolean>`false`;
}
