import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** Open lines of checklists that are given to whoever asks and due until a day, on open cards of projects at work. */
export async function itemsOfMine({ tx, actor }: Scope, until: string) {
  return tx
    .selectFrom("checklistItems as i")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "i.workspaceId").onRef("c.id", "=", "i.cardId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.projectId"),
    )
    .select(["i.id", "i.text", sql<string>`i.due_on`.as("dueOn")])
    .select(["c.number", "c.title", "c.projectId", "p.key", "p.name as projectName"])
    .where("i.workspaceId", "=", actor.workspaceId)
    .where("i.personId", "=", actor.personId)
    .where("i.doneAt", "is", null)
    .where("i.dueOn", "<=", until)
    .where("c.doneAt", "is", null)
    .where("c.archivedAt", "is", null)
    .where("p.archivedAt", "is", null)
    .where("p.pausedAt", "is", null)
    .where((is) => is.or([is.val(actor.role !== "guest"), isOnCard(actor.personId)]))
    .where(notInTrash("c.workspaceId", "c.id"))
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("i.dueOn")
    .orderBy("i.cardId")
    .orderBy("i.position")
    .execute();
}

/** A guest who was taken off the card does not see it any more. */
function isOnCard(personId: string) {
  return sql<boolean>`exists (select from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id and g.person_id = ${personId})`;
}
