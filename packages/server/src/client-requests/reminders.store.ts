import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";

/** Workspaces in which something that clients were asked for has a day. */
export async function workspacesWithDueRequests(maintenance: Tx): Promise<string[]> {
  const rows = await maintenance
    .selectFrom("clientRequests")
    .select("workspaceId")
    .distinct()
    .where("state", "=", "asked")
    .where("dueOn", "is not", null)
    .execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

/** What waits for a client and has a day, of projects that go on. */
export async function dueRequests(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom("clientRequests as r")
    .innerJoin("projects as j", (on) =>
      on.onRef("j.workspaceId", "=", "r.workspaceId").onRef("j.id", "=", "r.projectId"),
    )
    .select(["r.id", "r.dueOn", "r.askedAt"])
    .select((row) =>
      row
        .selectFrom("clientAnswers as a")
        .select((answer) => answer.fn.max("a.returnedAt").as("at"))
        .whereRef("a.workspaceId", "=", "r.workspaceId")
        .whereRef("a.requestId", "=", "r.id")
        .as("returnedAt"),
    )
    .where("r.workspaceId", "=", workspaceId)
    .where("r.state", "=", "asked")
    .where("r.dueOn", "is not", null)
    .where("j.pausedAt", "is", null)
    .where("j.archivedAt", "is", null)
    .where(notInTrash("j.workspaceId", "j.id"))
    .execute();
}
