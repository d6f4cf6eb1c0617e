import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";

export interface Estimate {
  low: number | null;
  likely: number | null;
  high: number | null;
}

/** One row for each estimate that was made, so that guesses can be compared with what came of them. */
export function addedEstimate(
  { actor, now }: Scope,
  cardId: string,
  { low, likely, high }: Estimate,
): RawBuilder<unknown> {
  return sql`insert into card_estimates (workspace_id, id, card_id, person_id, low, likely, high, created_at)
    select ${actor.workspaceId}, ${newId()}, ${cardId}, ${actor.personId}, ${low}::int, ${likely}::int, ${high}::int, ${now}::timestamptz
    where num_nonnulls(${low}::int, ${likely}::int, ${high}::int) > 0`;
}

export async function insertEstimate(scope: Scope, cardId: string, estimate: Estimate): Promise<void> {
  await addedEstimate(scope, cardId, estimate).execute(scope.tx);
}
