import type { Tx } from "../db/database.ts";

export async function forgetContactSessions(db: Tx, now: Date): Promise<void> {
  await db
    .deleteFrom("contactSessions")
    .where((row) => row.or([row("expiresAt", "<", now), row("revokedAt", "is not", null)]))
    .execute();
}

export async function forgetCodes(db: Tx, before: Date): Promise<void> {
  await db.deleteFrom("signInCodes").where("expiresAt", "<", before).execute();
}

export async function forgetViews(db: Tx, before: Date): Promise<void> {
  await db.deleteFrom("portalViews").where("fetchedAt", "<", before).execute();
}

/** Links that a decision came by stay: they say who handed them over. */
export async function forgetLinks(db: Tx, before: Date): Promise<void> {
  await db
    .deleteFrom("links")
    .where((row) => row.or([row("expiresAt", "<", before), row("revokedAt", "<", before)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("decisions as d")
            .select("d.id")
            .whereRef("d.workspaceId", "=", "links.workspaceId")
            .whereRef("d.linkId", "=", "links.id"),
        ),
      ),
    )
    .execute();
}
