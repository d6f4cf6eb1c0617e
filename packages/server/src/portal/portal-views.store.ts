import type { Tx } from "../db/database.ts";

export interface NewView {
  workspaceId: string;
  id: string;
  personId: string;
  projectId: string;
  linkId: string | null;
  page: string;
  fetchedAt: Date;
}

export async function insertView(tx: Tx, view: NewView): Promise<void> {
  await tx
    .insertInto("portalViews")
    .values({ ...view, seenAt: null })
    .execute();
}

/** Only the first time counts. */
export async function markSeen(tx: Tx, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable("portalViews")
    .set({ seenAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("seenAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The log can be switched off for a workspace. */
export async function keepsViews(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("workspaces")
    .select("settings")
    .where("workspaceId", "=", workspaceId)
    .executeTakeFirst();
  const settings = row?.settings;
  return !(
    typeof settings === "object" &&
    settings !== null &&
    "viewLog" in settings &&
    settings.viewLog === false
  );
}
