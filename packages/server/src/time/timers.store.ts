import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

function timers({ tx, actor }: Scope) {
  return tx
    .selectFrom("runningTimers as r")
    .innerJoin("cards as c", (on) =>
      on.onRef("c.workspaceId", "=", "r.workspaceId").onRef("c.id", "=", "r.cardId"),
    )
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.projectId"),
    )
    .innerJoin("persons as o", (on) =>
      on.onRef("o.workspaceId", "=", "r.workspaceId").onRef("o.id", "=", "r.personId"),
    )
    .select([
      "r.personId",
      "r.cardId",
      "r.startedAt",
      "c.number",
      "c.title",
      "c.projectId",
      "p.key",
      "o.zone",
    ])
    .select((is) =>
      is.and([notInTrash("c.workspaceId", "c.id"), notInTrash("p.workspaceId", "p.id")]).as("there"),
    )
    .where("r.workspaceId", "=", actor.workspaceId);
}

export function ownTimer(scope: Scope) {
  return timers(scope).where("r.personId", "=", scope.actor.personId).executeTakeFirst();
}

export type TimerRow = NonNullable<Awaited<ReturnType<typeof ownTimer>>>;

/** Who is at a card now; a guest reads of themselves. */
export function timersOfCard(scope: Scope, cardId: string): Promise<TimerRow[]> {
  const { personId, role } = scope.actor;
  let query = timers(scope).where("r.cardId", "=", cardId);
  if (role === "guest") query = query.where("r.personId", "=", personId);
  return query.orderBy("r.startedAt").execute();
}

/** False when one runs already. */
export async function insertTimer(
  { tx, actor }: Scope,
  { cardId, startedAt }: { cardId: string; startedAt: Date },
): Promise<boolean> {
  const { workspaceId, personId } = actor;
  const made = await tx
    .insertInto("runningTimers")
    .values({ workspaceId, personId, cardId, startedAt })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Whoever takes it away books it: of two at once only one does. */
export async function takeTimer({ tx, actor }: Scope, { startedAt }: TimerRow): Promise<boolean> {
  const gone = await tx
    .deleteFrom("runningTimers")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("startedAt", "=", startedAt)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
