import type { Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { CardsTable } from "../db/schema.ts";
import type { Some } from "../kit/given.ts";
import type { CardRow } from "./card-access.store.ts";

/** Writes and touches the card if it still is as `expected` says; false when somebody was faster. */
export async function updateCard(
  scope: Scope,
  card: CardRow,
  change: Updateable<CardsTable>,
  expected: Some<ExpectedCard> = {},
): Promise<boolean> {
  let query = scope.tx
    .updateTable("cards")
    .set({ ...change, touchedAt: scope.now })
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", card.id);
  for (const [column, value] of Object.entries(expected) as [
    keyof ExpectedCard,
    ExpectedCard[keyof ExpectedCard],
  ][])
    if (value !== undefined) query = query.where(column, "is not distinct from", value);
  const result = await query.executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type ExpectedCard = Pick<
  CardRow,
  | "place"
  | "columnId"
  | "milestoneId"
  | "archivedAt"
  | "startOn"
  | "dueOn"
  | "low"
  | "likely"
  | "high"
  | "priority"
  | "blockedReason"
  | "blockedByClient"
>;

/** Title, text and audience: only over the revision that was seen. */
export async function updateText(
  scope: Scope,
  id: string,
  revision: number,
  change: CardText,
): Promise<boolean> {
  const result = await scope.tx
    .updateTable("cards")
    .set({ ...change, touchedAt: scope.now })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface CardText {
  title?: string | undefined;
  body?: string | undefined;
  audience?: "team" | "client" | undefined;
}
