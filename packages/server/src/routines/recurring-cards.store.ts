import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { RecurringCardsTable } from "../db/daily-work-schema.ts";
import type { Tx } from "../db/database.ts";
import { updateSeen } from "../db/revisions.ts";
import { notFound } from "../kit/errors.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { atWork } from "../reviews/occurrences.store.ts";

export type RecurringRow = Selectable<RecurringCardsTable>;

/** Through its project; 404 for who may not see that. */
export async function visibleRecurring(scope: Scope, id: string) {
  const recurring = await findRecurring(scope, id);
  if (!recurring) throw notFound();
  return { ...(await visibleProject(scope, recurring.projectId)), recurring };
}

export function findRecurring({ tx, actor }: Scope, id: string): Promise<RecurringRow | undefined> {
  return tx
    .selectFrom("recurringCards")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function listRecurring({ tx, actor }: Scope, projectId: string): Promise<RecurringRow[]> {
  return tx
    .selectFrom("recurringCards")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}

export async function insertRecurring(
  { tx }: Scope,
  row: Insertable<RecurringCardsTable>,
): Promise<RecurringRow> {
  return tx.insertInto("recurringCards").values(row).returningAll().executeTakeFirstOrThrow();
}

export function updateRecurring(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<RecurringCardsTable>,
): Promise<boolean> {
  return updateSeen(tx, "recurringCards", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function deleteRecurring({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("recurringCards")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Workspaces in which something recurs. */
export async function workspacesWithRecurring(maintenance: Tx): Promise<string[]> {
  const rows = await maintenance
    .selectFrom("recurringCards")
    .select("workspaceId")
    .distinct()
    .where("pausedAt", "is", null)
    .where("nextAt", "is not", null)
    .execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

/** All that go on, with what decides whether one is made now. */
export function goingOn({ tx, actor }: Scope): Promise<RecurringRow[]> {
  return tx
    .selectFrom("recurringCards")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("pausedAt", "is", null)
    .where("nextAt", "is not", null)
    .orderBy("nextAt")
    .orderBy("id")
    .execute();
}

/** Whoever else would make it waits, and then finds it made: nothing where it is not due any more. */
export async function holdDue(
  { tx, actor, now }: Scope,
  id: string,
): Promise<(RecurringRow & { isAtWork: boolean }) | undefined> {
  const row = await tx
    .selectFrom("recurringCards as r")
    .selectAll()
    .select(atWork("r").as("isAtWork"))
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.id", "=", id)
    .where("r.pausedAt", "is", null)
    .where("r.nextAt", "<=", now)
    .forUpdate("r")
    .executeTakeFirst();
  return row;
}

/** False where the card of that day was made before. */
export async function claimDay(
  { tx, actor, now }: Scope,
  recurringCardId: string,
  onDate: string,
): Promise<boolean> {
  const row = await tx
    .insertInto("recurringMakings")
    .values({ workspaceId: actor.workspaceId, recurringCardId, onDate, cardId: null, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("onDate")
    .executeTakeFirst();
  return row !== undefined;
}

export async function noteMade(
  { tx, actor }: Scope,
  recurringCardId: string,
  onDate: string,
  cardId: string,
): Promise<void> {
  await tx
    .updateTable("recurringMakings")
    .set({ cardId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("recurringCardId", "=", recurringCardId)
    .where("onDate", "=", onDate)
    .execute();
}

/** Only over the moment that was read: whoever set it anew meanwhile is right. */
export async function setNext(
  { tx, actor }: Scope,
  { id, revision }: Pick<RecurringRow, "id" | "revision">,
  nextAt: Date | null,
): Promise<void> {
  await tx
    .updateTable("recurringCards")
    .set({ nextAt })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .execute();
}

/** Its own column while that stands, else the first one of what is still to do. */
export async function columnFor(
  { tx, actor }: Scope,
  { projectId, columnId }: Pick<RecurringRow, "projectId" | "columnId">,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from columns where workspace_id = ${actor.workspaceId} and project_id = ${projectId}
    order by (id is not distinct from ${columnId}::uuid) desc, (category = 'todo') desc, position collate "C" limit 1`.execute(
    tx,
  );
  return rows[0]?.id;
}
