import type { Scope } from "../access/scope.ts";

/** The project of this key, and the contact whose eyes were asked for if they have a part in it. */
export async function findPreviewed(
  { tx, actor }: Scope,
  key: string,
  contactId: string | null,
): Promise<{ projectId: string; contactId: string | null } | undefined> {
  const row = await tx
    .selectFrom("projects as p")
    .leftJoin("contactRoles as r", (join) =>
      join
        .onRef("r.workspaceId", "=", "p.workspaceId")
        .onRef("r.projectId", "=", "p.id")
        .on("r.personId", "=", contactId),
    )
    .select(["p.id as projectId", "r.personId as contactId"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.key", "=", key.toUpperCase())
    .executeTakeFirst();
  return row;
}
