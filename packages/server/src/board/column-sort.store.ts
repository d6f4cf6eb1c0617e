import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

export interface SortableCard {
  id: string;
  number: number;
  title: string;
  position: string;
  priority: number;
  likely: number | null;
  dueOn: string | null;
}

/** The cards that a column shows, in its order; nobody moves one of them meanwhile. */
export async function holdColumn({ tx, actor }: Scope, columnId: string): Promise<SortableCard[]> {
  const { rows } = await sql<SortableCard>`
    with held as (
      select c.id, c.number, c.title, c.position, c.priority, c.likely, c.due_on from cards c
      where c.workspace_id = ${actor.workspaceId} and c.column_id = ${columnId} and c.archived_at is null and ${notInTrash("c.workspaceId", "c.id")}
      order by c.id for update of c)
    select * from held order by position collate "C", id`.execute(tx);
  return rows;
}

/** The last place that is taken in a column, by whatever lies there. */
export async function lastPlace({ tx, actor }: Scope, columnId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("cards")
    .select((is) => is.fn.max("position").as("position"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("columnId", "=", columnId)
    .executeTakeFirst();
  return row?.position ?? null;
}

/** From one place to another, as long as the card is still at the first and the second is free; tells which went. */
export async function replaceCards(
  { tx, actor }: Scope,
  columnId: string,
  places: readonly { id: string; from: string; to: string }[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update cards c set position = n.target
    from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ from }) => from)}::text[], ${places.map(({ to }) => to)}::text[]) as n (id, origin, target)
    where c.workspace_id = ${actor.workspaceId} and c.id = n.id and c.column_id = ${columnId} and c.position = n.origin
      and not exists (select from cards o where o.workspace_id = c.workspace_id and o.column_id = ${columnId} and o.position = n.target)
    returning c.id`.execute(tx);
  return rows.map(({ id }) => id);
}
