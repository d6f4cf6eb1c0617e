import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

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

export interface LastMove {
  from?: { place: string; columnId: string | null };
  /** Absent where the card moved with its column. */
  was?: { startedAt: string | null; doneAt: string | null };
}

/** Where the card's last move took it from, and what its clock said there. */
export async function lastMove({ tx, actor }: Scope, cardId: string): Promise<LastMove> {
  const found = await tx
    .selectFrom("events")
    .select(sql<LastMove>`data`.as("data"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", cardId)
    .where("verb", "=", "card.moved")
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.data ?? {};
}
