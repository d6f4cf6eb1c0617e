import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";

export interface LastChange {
  by: string | null;
  at: string | null;
}

/** Who did this to a card last, for the sentence "Jo moved this 4 s ago". */
export async function lastChange(
  { tx, actor }: Scope,
  cardId: string,
  verbs: readonly string[],
): Promise<LastChange> {
  const found = await tx
    .selectFrom("events as e")
    .leftJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "e.workspaceId").onRef("p.id", "=", "e.actorId"),
    )
    .select(["p.name as by", "e.at"])
    .where("e.workspaceId", "=", actor.workspaceId)
    .where("e.subjectId", "=", cardId)
    .where("e.verb", "in", verbs)
    // The refused change itself has been told in this transaction, and goes with it.
    .where(sql<boolean>`e.tx <> pg_current_xact_id()`)
    .orderBy("e.position", "desc")
    .limit(1)
    .executeTakeFirst();
  return { by: found?.by ?? null, at: found?.at.toISOString() ?? null };
}

export interface NamedMove {
  from: { place: string; columnId: string | null };
  was: { startedAt: string | null; doneAt: string | null };
}

/** Where a move took the card from, and what its clock said there; 404 for what is no move of this card by hand. */
export async function moveNamed({ tx, actor }: Scope, cardId: string, moveId: string): Promise<NamedMove> {
  const found = await tx
    .selectFrom("events")
    .select(sql<NamedMove>`data`.as("data"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", cardId)
    .where("id", "=", moveId)
    .where("verb", "=", "card.moved")
    // A card that moved with its column has no clock of its own to go back to.
    .where(sql<boolean>`data ? 'was'`)
    .executeTakeFirst();
  if (!found) throw notFound();
  return found.data;
}
