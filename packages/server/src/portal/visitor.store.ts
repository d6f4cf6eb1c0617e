import type { Tx } from "../db/database.ts";

export async function changeLanguage(
  tx: Tx,
  workspaceId: string,
  personId: string,
  language: string,
): Promise<void> {
  await tx
    .updateTable("persons")
    .set((row) => ({ language, revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", personId)
    .execute();
}

/** The projects of a contact that are not in the trash, the newest first. */
export async function projectsOfContact(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<{ id: string; name: string; workspaceName: string }[]> {
  return tx
    .selectFrom("contactRoles as r")
    .innerJoin("projects as p", (join) =>
      join.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .innerJoin("workspaces as w", "w.workspaceId", "r.workspaceId")
    .leftJoin("trash as t", (join) =>
      join.onRef("t.workspaceId", "=", "p.workspaceId").onRef("t.thingId", "=", "p.id"),
    )
    .select(["p.id", "p.name", "w.name as workspaceName"])
    .where("r.workspaceId", "=", workspaceId)
    .where("r.personId", "=", personId)
    .where("t.thingId", "is", null)
    .orderBy("p.createdAt", "desc")
    .execute();
}
