import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** Who hears of a card: those on it unless they said no, and others who said so. */
export function watchersOfCard(workspaceId: string, cardId: string): RawBuilder<unknown> {
  return sql`select g.person_id from card_people g where g.workspace_id = ${workspaceId} and g.card_id = ${cardId}
      and not exists (select from card_watchers n where n.workspace_id = g.workspace_id and n.card_id = g.card_id and n.person_id = g.person_id and not n.watches)
    union select w.person_id from card_watchers w where w.workspace_id = ${workspaceId} and w.card_id = ${cardId} and w.watches`;
}

/** What somebody says for themselves; what holds anyway needs no row. */
export async function setWatching(
  { tx, actor }: Scope,
  cardId: string,
  watches: boolean,
  isOnCard: boolean,
): Promise<void> {
  const { workspaceId, personId } = actor;
  if (watches === isOnCard)
    await tx
      .deleteFrom("cardWatchers")
      .where("workspaceId", "=", workspaceId)
      .where("cardId", "=", cardId)
      .where("personId", "=", personId)
      .execute();
  else
    await tx
      .insertInto("cardWatchers")
      .values({ workspaceId, cardId, personId, watches })
      .onConflict((at) => at.columns(["workspaceId", "cardId", "personId"]).doUpdateSet({ watches }))
      .execute();
}

export async function listWatchers({ tx, actor }: Scope, cardId: string): Promise<string[]> {
  const { rows } = await sql<{
    personId: string;
  }>`${watchersOfCard(actor.workspaceId, cardId)} order by 1`.execute(tx);
  return rows.map(({ personId }) => personId);
}
