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
    values (${actor.workspaceId}, ${newId()}, ${cardId}, ${actor.personId}, ${low}::int, ${likely}::int, ${high}::int, ${now}::timestamptz)`;
}

export function isEstimated({ low, likely, high }: Estimate): boolean {
  return low !== null || likely !== null || high !== null;
}

export async function insertEstimate(scope: Scope, cardId: string, estimate: Estimate): Promise<void> {
  if (isEstimated(estimate)) await addedEstimate(scope, cardId, estimate).execute(scope.tx);
}
