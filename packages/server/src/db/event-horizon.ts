import { sql } from "kysely";
import type { Tx } from "./database.ts";

/**
 * Has anything happened to this project, or to the workspace as a whole, that a read under `snapshot` could not see?
 * Asking by snapshot instead of by time or position never skips a transaction that commits late.
 */
export async function happenedSince(
  tx: Tx,
  workspaceId: string,
  projectId: string,
  snapshot: string,
): Promise<boolean> {
  const unseen = sql`tx >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(tx, ${snapshot}::pg_snapshot)`;
  const { rows } = await sql<{ happened: boolean }>`
    select exists (select from events where workspace_id = ${workspaceId} and project_id = ${projectId} and ${unseen})
      or exists (select from events where workspace_id = ${workspaceId} and project_id is null and ${unseen}) as happened`.execute(
    tx,
  );
  return rows[0]?.happened ?? true;
}
