import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { Blob } from "../files/blobs.ts";
import type { BrandChoice } from "../kit/brand.ts";

/** What was chosen, as it is stored, and the revision of the settings that it stands in. */
export async function findBrand({ tx, actor }: Scope): Promise<{ settings: unknown; revision: number }> {
  const { rows } = await sql<{ settings: unknown; revision: number }>`
    select settings -> 'brand' as settings, revision from workspaces where workspace_id = ${actor.workspaceId}`.execute(
    tx,
  );
  return rows[0] ?? { settings: null, revision: 0 };
}

/** Beside all other settings; only over the revision that was seen, where one is named. */
export async function writeBrand(
  { tx, actor }: Scope,
  brand: BrandChoice,
  revision: number | null,
): Promise<boolean> {
  const { rows } = await sql<{ revision: number }>`
    update workspaces set settings = settings || jsonb_build_object('brand', ${JSON.stringify(brand)}::jsonb), revision = revision + 1
    where workspace_id = ${actor.workspaceId} and (${revision}::integer is null or revision = ${revision}) returning revision`.execute(
    tx,
  );
  return rows.length === 1;
}

/** A known blob is stamped anew: the collector leaves what somebody has just sent. */
export async function keepLogo({ tx, actor }: Scope, { sha256, bytes, mediaType }: Blob): Promise<void> {
  await sql`insert into blobs (workspace_id, sha256, bytes, media_type) values (${actor.workspaceId}, ${sha256}, ${bytes}, ${mediaType})
    on conflict (workspace_id, sha256) do update set created_at = now()`.execute(tx);
}

export async function findLogo(
  tx: Tx,
  workspaceId: string,
  sha256: string,
): Promise<{ sha256: string; bytes: number; mediaType: string } | undefined> {
  return tx
    .selectFrom("blobs")
    .select(["sha256", "bytes", "mediaType"])
    .where("workspaceId", "=", workspaceId)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
}
