import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** What clients have asked for beyond the plan and wait for, in projects that whoever asks leads; the longest wait first. */
export async function wishesForMe({ tx, actor }: Scope) {
  const manages = actor.role === "owner" || actor.role === "admin";
  return tx
    .selectFrom("changeRequests as r")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.id", "=", "r.personId"),
    )
    .select(["r.id", "r.title", "r.createdAt", "q.name as askedBy"])
    .select(["p.id as projectId", "p.key", "p.name as projectName"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.state", "=", "asked")
    .where((is) =>
      is.or([is("p.leadId", "=", actor.personId), ...(manages ? [is("p.leadId", "is", null)] : [])]),
    )
    .where("p.archivedAt", "is", null)
    .where("p.pausedAt", "is", null)
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("r.createdAt")
    .orderBy("r.id")
    .execute();
}
