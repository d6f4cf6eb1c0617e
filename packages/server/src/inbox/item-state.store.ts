import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";

type State = { readAt?: Date | null; doneAt?: Date | null; snoozedUntil?: Date | null };

/** An own item alone. */
export async function setState({ tx, actor }: Scope, id: string, state: State): Promise<void> {
  await tx
    .updateTable("inboxItems")
    .set(state)
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("id", "=", id)
    .execute();
}

/** All items of a thing, or of a project, that whoever asks has muted. */
export async function closeMuted({ tx, actor, now }: Scope, thingId: string): Promise<void> {
  await tx
    .updateTable("inboxItems")
    .set({ doneAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("doneAt", "is", null)
    .where("category", "not in", ["decision", "mention"])
    .where((is) => is.or([is("thingId", "=", thingId), is("projectId", "=", thingId)]))
    .execute();
}

export async function markBundled(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable("inboxItems")
    .set({ bundledAt: at })
    .where("workspaceId", "=", workspaceId)
    .where("id", "in", ids)
    .execute();
}
