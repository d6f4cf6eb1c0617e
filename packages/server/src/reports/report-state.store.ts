import type { Scope } from "../access/scope.ts";

/** The newest publication that clients can read, and whether the project goes on. */
export async function reportBasis({ tx, actor, now }: Scope, projectId: string) {
  return tx
    .selectFrom("projects as j")
    .leftJoinLateral(
      (join) =>
        join
          .selectFrom("publications as p")
          .select(["p.n", "p.createdAt as publishedAt"])
          .whereRef("p.workspaceId", "=", "j.workspaceId")
          .whereRef("p.projectId", "=", "j.id")
          .where("p.withdrawnAt", "is", null)
          .where("p.heldUntil", "<=", now)
          .orderBy("p.n", "desc")
          .limit(1)
          .as("last"),
      (on) => on.onTrue(),
    )
    .select(["j.pausedAt", "j.archivedAt", "j.state", "last.n", "last.publishedAt"])
    .where("j.workspaceId", "=", actor.workspaceId)
    .where("j.id", "=", projectId)
    .executeTakeFirstOrThrow();
}
