import type { Scope } from "../access/scope.ts";

export interface ClientComment {
  authorId: string | null;
  milestoneId: string | null;
  at: Date;
}

/** What the client's people wrote where both sides read, newest first. */
export async function firstComments({ tx, actor }: Scope, projectId: string): Promise<ClientComment[]> {
  return tx
    .selectFrom("comments as c")
    .innerJoin("threads as t", (on) =>
      on.onRef("t.workspaceId", "=", "c.workspaceId").onRef("t.id", "=", "c.threadId"),
    )
    .innerJoin("contacts as k", (on) =>
      on.onRef("k.workspaceId", "=", "c.workspaceId").onRef("k.personId", "=", "c.authorId"),
    )
    .select(["c.authorId", "t.milestoneId", "c.createdAt as at"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("t.projectId", "=", projectId)
    .where("t.audience", "=", "client")
    .where("c.deletedAt", "is", null)
    .orderBy("c.createdAt", "desc")
    .limit(500)
    .execute();
}
