import type { Insertable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ReviewActionsTable } from "../db/follow-up-schema.ts";

export async function insertAction({ tx }: Scope, row: Insertable<ReviewActionsTable>): Promise<void> {
  await tx.insertInto("reviewActions").values(row).execute();
}

/** The action as it was; undefined when somebody else has taken it back. */
export async function deleteAction({ tx, actor }: Scope, reviewId: string, id: string) {
  return tx
    .deleteFrom("reviewActions")
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .where("id", "=", id)
    .returning(["cardId", "title"])
    .executeTakeFirst();
}

/** A card that is not in the trash already. */
export async function isThere({ tx, actor }: Scope, cardId: string): Promise<boolean> {
  const gone = await tx
    .selectFrom("trash")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("thingId", "=", cardId)
    .executeTakeFirst();
  return gone === undefined;
}
