import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { Kind } from "./sources.store.ts";

export interface Found {
  kind: Kind;
  thingId: string;
  rank: number;
}

export interface Within {
  kinds: readonly Kind[];
  projectIds: readonly string[];
  archived: boolean;
}

/** What answers the question, as far as this person may see it: ids in the order of their rank, behind the given place. */
export async function findTexts(
  { tx, actor }: Scope,
  query: string,
  { kinds, projectIds, archived }: Within,
  { rank, id, limit }: { rank: number; id: string; limit: number },
): Promise<Found[]> {
  const guest = actor.role === "guest" ? actor.personId : null;
  const { rows } =
    await sql<Found>`select * from matching_texts(${query}::tsquery, ${kinds}::text[], ${projectIds}::uuid[], ${guest}::uuid,
    ${archived}::boolean, ${rank}::bigint, ${id}::uuid, ${limit}::integer)`.execute(tx);
  return rows;
}

/** Words that are written somewhere and share one of these spellings. */
export async function wordsSpelt(
  tx: Tx,
  workspaceId: string,
  spellings: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select distinct word from search_spellings
    where workspace_id = ${workspaceId} and spelling = any (${spellings}::text[]) limit 400`.execute(tx);
  return rows.map(({ word }) => word);
}

/** The card or milestone of that number. */
export async function findNumbered(
  { tx, actor }: Scope,
  kind: "card" | "milestone",
  projectId: string,
  number: number,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom(kind === "card" ? "cards" : "milestones")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.id;
}
