import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** What contacts were asked for and have not sent, soonest first. */
export async function openAsks({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("clientRequests as r")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.contactId"),
    )
    .select(["r.title", "r.dueOn", "r.contactId", "p.name as contact"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .where("r.state", "=", "asked")
    .orderBy("r.dueOn")
    .orderBy("r.number")
    .execute();
}

/** Whoever was sent the newest publication and has said nothing yet. */
export async function unacknowledged({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("noticeReceipts as n")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "n.workspaceId").onRef("p.id", "=", "n.personId"),
    )
    .select(["p.id as personId", "p.name"])
    .where("n.workspaceId", "=", actor.workspaceId)
    .where("n.publicationId", "=", (row) =>
      row
        .selectFrom("publications as b")
        .select("b.id")
        .where("b.workspaceId", "=", actor.workspaceId)
        .where("b.projectId", "=", projectId)
        .where("b.withdrawnAt", "is", null)
        .orderBy("b.n", "desc")
        .limit(1),
    )
    .where("n.sentAt", "is not", null)
    .where("n.acknowledgedAt", "is", null)
    .where("n.questionedAt", "is", null)
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
}

/** Actions of the last review that was held, as long as their card is not done. */
export async function openActions({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("reviewActions as a")
    .leftJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.ownerId"),
    )
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "a.workspaceId").onRef("c.id", "=", "a.cardId"),
    )
    .select(["a.id", "a.title", "a.dueOn", "a.cardId", "p.name as owner"])
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.reviewId", "=", (row) =>
      row
        .selectFrom("reviews as r")
        .select("r.id")
        .where("r.workspaceId", "=", actor.workspaceId)
        .where("r.projectId", "=", projectId)
        .where("r.heldAt", "is not", null)
        .orderBy("r.heldAt", "desc")
        .limit(1),
    )
    .where("c.doneAt", "is", null)
    .where("c.archivedAt", "is", null)
    .where(notInTrash("c.workspaceId", "c.id"))
    .orderBy("a.dueOn")
    .orderBy("a.id")
    .execute();
}
