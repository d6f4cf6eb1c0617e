import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { CARD_FIELDS, CARD_JOINS, type CardRow } from "./card-access.store.ts";

/** The cards that a column shows, in its order. */
export async function cardsInColumn({ tx, actor }: Scope, columnId: string): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select ${CARD_FIELDS} from cards c ${CARD_JOINS}
    where c.workspace_id = ${actor.workspaceId} and c.column_id = ${columnId} and c.archived_at is null and ${notInTrash("c.workspaceId", "c.id")}
    order by c.position collate "C", c.id`.execute(tx);
  return rows;
}
