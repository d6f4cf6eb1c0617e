import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { apart } from "../db/database.ts";
import { notFound } from "../kit/errors.ts";

/** The next number of a project's milestones, as in `ACME-M3`; never given twice. */
export async function nextMilestoneNumber({ tx, actor }: Scope, projectId: string): Promise<number> {
  const { milestoneCount } = await tx
    .updateTable("projects")
    .set((row) => ({ milestoneCount: row("milestoneCount", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .returning("milestoneCount")
    .executeTakeFirstOrThrow();
  return milestoneCount;
}

/** Numbers for many cards at once: answers the last one taken so far, and takes all up to `count` behind it or to `upTo`. */
export async function takeCardNumbers(
  { tx, actor }: Scope,
  projectId: string,
  { count, upTo = 0 }: { count: number; upTo?: number },
): Promise<number> {
  const { cardCount } = await tx
    .selectFrom("projects")
    .select("cardCount")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx
    .updateTable("projects")
    .set({ cardCount: Math.max(cardCount + count, upTo) })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", projectId)
    .execute();
  return cardCount;
}

/** Counts so many cards on, as a part of a statement or one of its own; answers `card_count`, the last number taken. */
export function cardsCounted({ actor }: Scope, projectId: string, count: number): RawBuilder<unknown> {
  return sql`update projects set card_count = card_count + ${count} where workspace_id = ${actor.workspaceId} and id = ${projectId} returning card_count`;
}

/** The same beside the transaction that wants the numbers, so that the count is free again at once. */
export async function countCardsApart(scope: Scope, projectId: string, count: number): Promise<number> {
  const [row] = await apart(scope.tx, scope.actor.workspaceId, cardsCounted(scope, projectId, count));
  if (!row) throw notFound();
  return Number(row.card_count);
}
