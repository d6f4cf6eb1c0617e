import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface Numbered {
  kind: "card" | "milestone";
  projectId: string;
  number: number;
}

/** The ids of cards and milestones by their number; who may see them is asked afterwards. */
export async function idsByNumber(
  { tx, actor }: Scope,
  wanted: readonly Numbered[],
): Promise<(Numbered & { id: string })[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<Numbered & { id: string }>`
    with asked as (select * from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ projectId }) => projectId)}::uuid[],
      ${wanted.map(({ number }) => number)}::integer[]) as a (kind, project_id, number))
    select a.kind, a.project_id, a.number, c.id from asked a
      join cards c on c.workspace_id = ${actor.workspaceId} and c.project_id = a.project_id and c.number = a.number where a.kind = 'card'
    union all
    select a.kind, a.project_id, a.number, m.id from asked a
      join milestones m on m.workspace_id = ${actor.workspaceId} and m.project_id = a.project_id and m.number = a.number where a.kind = 'milestone'`.execute(
    tx,
  );
  return rows;
}
