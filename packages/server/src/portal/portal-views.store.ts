import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { keepsViewLog } from "../people/workspace-settings.ts";

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
export async function markSeen(
  tx: Tx,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<SeenView | undefined> {
  return tx
    .updateTable("portalViews")
    .set({ seenAt: now })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("seenAt", "is", null)
    .returning(["workspaceId", "personId", "projectId", "page"])
    .executeTakeFirst();
}

/** Which page of which project stood before whose eyes. */
export interface SeenView {
  workspaceId: string;
  personId: string;
  projectId: string;
  page: string;
}

/** The log can be switched off for a workspace. */
export async function keepsViews(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom("workspaces")
    .select("settings")
    .where("workspaceId", "=", workspaceId)
    .executeTakeFirst();
  return keepsViewLog(row?.settings);
}

export interface ViewRow {
  id: string;
  personId: string;
  name: string;
  page: string;
  fetchedAt: Date;
  seenAt: Date | null;
}

/** Who of the client looked at what of this project, the newest first. */
export async function listViews(
  { tx, actor }: Scope,
  projectId: string,
  { limit, before }: { limit: number; before: string | undefined },
): Promise<ViewRow[]> {
  let query = tx
    .selectFrom("portalViews as v")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "v.workspaceId").onRef("p.id", "=", "v.personId"),
    )
    .select(["v.id", "v.personId", "p.name", "v.page", "v.fetchedAt", "v.seenAt"])
    .where("v.workspaceId", "=", actor.workspaceId)
    .where("v.projectId", "=", projectId)
    .orderBy("v.id", "desc")
    .limit(limit);
  if (before) query = query.where("v.id", "<", before);
  return query.execute();
}
