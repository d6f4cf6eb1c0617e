import type { Actor } from "../access/roles.ts";
import type { Tx } from "../db/database.ts";

/** The first owner of the oldest workspace, for the command line. */
export async function ownerOf(db: Tx): Promise<Actor | null> {
  const row = await db
    .selectFrom("members as m")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select(["m.workspaceId", "m.personId", "m.userId", "p.name", "p.zone"])
    .where("m.role", "=", "owner")
    .where("m.status", "=", "active")
    .orderBy("m.createdAt")
    .executeTakeFirst();
  return row ? { ...row, role: "owner", sessionId: "" } : null;
}
