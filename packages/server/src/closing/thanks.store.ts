import { type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import type { ThanksTable } from "../db/follow-up-schema.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";

export type ThanksRow = Selectable<ThanksTable>;

export async function findThanks({ tx, actor }: Scope, milestoneId: string): Promise<ThanksRow | undefined> {
  return tx
    .selectFrom("thanks")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .executeTakeFirst();
}

/** False when somebody has thanked already. */
export async function insertThanks(
  { tx, actor, now }: Scope,
  thanks: Pick<ThanksRow, "id" | "milestoneId" | "words" | "language">,
): Promise<boolean> {
  const { workspaceId, personId } = actor;
  const result = await tx
    .insertInto("thanks")
    .values({ ...thanks, workspaceId, personId, messageId: null, sentAt: null, createdAt: now })
    .onConflict((conflict) => conflict.columns(["workspaceId", "milestoneId"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A row that the worker is sending at this moment is waited for, and then it has been sent. */
export async function lockWaiting({ tx, actor }: Scope, milestoneId: string): Promise<ThanksRow | undefined> {
  return tx
    .selectFrom("thanks")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .where("sentAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export function rewordThanks(
  { tx, actor }: Scope,
  { id }: Pick<ThanksRow, "id">,
  revision: number,
  words: string,
): Promise<boolean> {
  return updateSeen(tx, "thanks", { workspaceId: actor.workspaceId, id, revision }, { words });
}

export async function removeThanks({ tx, actor }: Scope, { id }: Pick<ThanksRow, "id">): Promise<void> {
  await tx.deleteFrom("thanks").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}

/** When the milestone was accepted the last time. */
export async function acceptedAt({ tx, actor }: Scope, milestoneId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom("milestoneMoves")
    .select((move) => move.fn.max("createdAt").as("at"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .where("toState", "=", "accepted")
    .executeTakeFirst();
  return row?.at ?? null;
}

export interface DueThanks {
  workspaceId: string;
  id: string;
  milestoneId: string;
  personId: string;
}

/** Written and not sent, of milestones whose acceptance stands since before this moment. */
export async function dueThanks(db: Tx, before: Date): Promise<DueThanks[]> {
  const { rows } = await sql<DueThanks>`
    select t.workspace_id, t.id, t.milestone_id, t.person_id from thanks t
    join milestones m on m.workspace_id = t.workspace_id and m.id = t.milestone_id and m.state = 'accepted'
    where t.sent_at is null and t.person_id is not null
      and ${before} >= (select max(o.created_at) from milestone_moves o
        where o.workspace_id = t.workspace_id and o.milestone_id = t.milestone_id and o.to_state = 'accepted')
      and ${notInTrash("m.workspaceId", "m.id")} and ${notInTrash("m.workspaceId", "m.projectId")}
    order by t.created_at`.execute(db);
  return rows;
}

/** Undefined when it was sent, taken back, or its milestone is open again. */
export async function takeDue({ tx, actor, now }: Scope, id: string) {
  return tx
    .updateTable("thanks as t")
    .from("milestones as m")
    .set({ sentAt: now })
    .whereRef("m.workspaceId", "=", "t.workspaceId")
    .whereRef("m.id", "=", "t.milestoneId")
    .where("m.state", "=", "accepted")
    .where("t.workspaceId", "=", actor.workspaceId)
    .where("t.id", "=", id)
    .where("t.sentAt", "is", null)
    .returning(["t.words", "t.language", "m.title", "m.projectId"])
    .executeTakeFirst();
}

export async function setMessage({ tx, actor }: Scope, id: string, messageId: string): Promise<void> {
  await tx
    .updateTable("thanks")
    .set({ messageId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
