import type { Scope } from "../access/scope.ts";

/** The reviews of a project whose dates are known, the newest date first. */
export async function listReviews({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("reviews")
    .select(["id", "dueOn", "dueAt", "openedAt", "heldAt", "skippedAt", "skipReason"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("dueAt", "desc")
    .execute();
}
