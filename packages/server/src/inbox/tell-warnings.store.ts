import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";

/** A warning that came and went is news again only after so long: a date that wavers would tell of itself every morning. */
const FORGET_MS = 7 * 86_400_000;

export async function workspacesAtWork(maintenance: Tx): Promise<string[]> {
  const rows = await maintenance
    .selectFrom("projects as p")
    .select("p.workspaceId")
    .distinct()
    .where("p.archivedAt", "is", null)
    .where("p.pausedAt", "is", null)
    .where(notInTrash("p.workspaceId", "p.id"))
    .execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

/** Who was told of which warning already, as `person thing code`. */
export async function toldWarnings(tx: Tx, workspaceId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("tellings")
    .select(["personId", "thingId", "code"])
    .where("workspaceId", "=", workspaceId)
    .where("code", "like", "warning:%")
    .execute();
  return new Set(rows.map(({ personId, thingId, code }) => `${personId} ${thingId} ${code}`));
}

/** What warns no longer is told anew when it comes again, but not at once. */
export async function forgetWarnings(
  tx: Tx,
  workspaceId: string,
  holding: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom("tellings")
    .where("workspaceId", "=", workspaceId)
    .where("code", "like", "warning:%")
    .where("createdAt", "<", new Date(now.getTime() - FORGET_MS))
    .where(sql<boolean>`not (thing_id || ' ' || code = any (${holding}::text[]))`)
    .execute();
}

/** Items of warnings whose things warn of nothing any more. */
export async function settleWarnings(
  tx: Tx,
  workspaceId: string,
  thingIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable("inboxItems")
    .set({ doneAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("thingKind", "=", "warning")
    .where("doneAt", "is", null)
    .where(sql<boolean>`not (thing_id = any (${thingIds}::uuid[]))`)
    .execute();
}
