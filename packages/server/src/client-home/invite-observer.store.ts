import type { Tx } from "../db/database.ts";

/** Where a mail to who leads the project goes; undefined where nobody does, or they have left. */
export async function findLead(
  tx: Tx,
  { workspaceId, projectId }: { workspaceId: string; projectId: string },
): Promise<{ personId: string; email: string; key: string; project: string } | undefined> {
  return tx
    .selectFrom("projects as j")
    .innerJoin("members as m", (join) =>
      join
        .onRef("m.workspaceId", "=", "j.workspaceId")
        .onRef("m.personId", "=", "j.leadId")
        .on("m.status", "=", "active"),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select(["p.id as personId", "p.email", "j.key", "j.name as project"])
    .where("j.workspaceId", "=", workspaceId)
    .where("j.id", "=", projectId)
    .executeTakeFirst();
}
