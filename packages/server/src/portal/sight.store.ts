import type { Selectable } from "kysely";
import type { PortalTx } from "../db/database.ts";
import type { PortalProjects } from "../db/portal-schema.ts";

export type PortalProject = Selectable<PortalProjects>;

/** The projects in which this person has a part. */
export async function projectsInSight(tx: PortalTx): Promise<PortalProject[]> {
  return tx.selectFrom("portal.projects").selectAll().orderBy("name").orderBy("id").execute();
}

export async function projectInSight(tx: PortalTx, id: string): Promise<PortalProject | undefined> {
  return tx.selectFrom("portal.projects").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function projectByKey(
  tx: PortalTx,
  workspaceSlug: string,
  key: string,
): Promise<PortalProject | undefined> {
  return tx
    .selectFrom("portal.projects")
    .selectAll()
    .where("workspaceSlug", "=", workspaceSlug)
    .where("key", "=", key.toUpperCase())
    .executeTakeFirst();
}
