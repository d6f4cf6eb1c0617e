import { sql } from "kysely";
import type { Tx } from "../db/database.ts";

/** Forgets blobs that no version, no decision and no logo speaks of any more and that nobody sent lately. */
export async function forgetUnused(db: Tx, before: Date): Promise<void> {
  await sql`delete from blobs b where b.created_at < ${before}
    and not exists (select from file_versions v where v.workspace_id = b.workspace_id and v.sha256 = b.sha256)
    and not exists (select from approval_files a where a.workspace_id = b.workspace_id and a.sha256 = b.sha256)
    and not exists (select from workspaces w where w.workspace_id = b.workspace_id and w.settings -> 'brand' -> 'logo' ->> 'sha256' = b.sha256)`.execute(
    db,
  );
}

/** Which of these contents some workspace still has. */
export async function knownContents(db: Tx, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{
    sha256: string;
  }>`select distinct sha256 from blobs where sha256 = any(${hashes}::text[])`.execute(db);
  return new Set(rows.map(({ sha256 }) => sha256));
}
