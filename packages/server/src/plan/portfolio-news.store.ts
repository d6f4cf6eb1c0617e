import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface News {
  zone: string;
  /** What this read could see; the next one asks from here on. */
  snapshot: string;
  /** Projects with something new; null where it concerns all of them. */
  changed: Set<string> | null;
}

/**
 * Which projects of the workspace have had an event that a read under `since` could not see? By snapshot, so that a
 * transaction that commits late is never skipped.
 */
export async function newsSince({ tx, actor }: Scope, since: string | null): Promise<News> {
  const { workspaceId } = actor;
  const unseen = sql`e.tx >= pg_snapshot_xmin(${since}::pg_snapshot) and not pg_visible_in_snapshot(e.tx, ${since}::pg_snapshot)`;
  const changed =
    since === null
      ? sql`array['']`
      : sql`array(select distinct coalesce(e.project_id::text, '') from events e where e.workspace_id = ${workspaceId} and ${unseen})`;
  const { rows } = await sql<{ zone: string; snapshot: string; changed: string[] }>`
    select w.zone, pg_current_snapshot()::text as snapshot, ${changed} as changed
    from workspaces w where w.workspace_id = ${workspaceId}`.execute(tx);
  const [row] = rows;
  if (!row) return { zone: "UTC", snapshot: "", changed: null };
  return { ...row, changed: row.changed.includes("") ? null : new Set(row.changed) };
}
