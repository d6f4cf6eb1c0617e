import type { Scope } from "../access/scope.ts";

/** The checklist lines of the project's cards, card by card, in their order. */
export function projectChecklists({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("checklistItems as i")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "i.workspaceId").onRef("c.id", "=", "i.cardId"),
    )
    .select(["i.cardId", "c.title", "i.heading", "i.text"])
    .where("i.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .orderBy("i.cardId")
    .orderBy("i.position")
    .orderBy("i.id")
    .execute();
}
