import type { DatePercentiles } from "@milepost/planning";
import { type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { RetrospectivesTable } from "../db/follow-up-schema.ts";
import { updateSeen } from "../db/revisions.ts";

export type RetrospectiveRow = Selectable<RetrospectivesTable> & { heldByName: string | null };
export type Prompts = Pick<RetrospectiveRow, "keep" | "change" | "thank" | "outcome">;

export async function findRetrospective(
  { tx, actor }: Scope,
  projectId: string,
): Promise<RetrospectiveRow | undefined> {
  return tx
    .selectFrom("retrospectives as r")
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "r.workspaceId").onRef("q.id", "=", "r.heldBy"),
    )
    .selectAll("r")
    .select("q.name as heldByName")
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .executeTakeFirst();
}

/** False when somebody else has begun it. */
export async function insertRetrospective(
  { tx, actor, now }: Scope,
  row: Prompts & { id: string; projectId: string },
): Promise<boolean> {
  const { workspaceId } = actor;
  const result = await tx
    .insertInto("retrospectives")
    .values({ ...row, workspaceId, heldBy: null, heldAt: null, snapshot: null, hash: null, createdAt: now })
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export function updateRetrospective(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Partial<Prompts> | { heldAt: Date; heldBy: string; snapshot: string; hash: string },
): Promise<boolean> {
  return updateSeen(tx, "retrospectives", { workspaceId: actor.workspaceId, id, revision }, change);
}

/** The forecast that each reached milestone is judged by, where somebody has looked back on it already. */
export async function judgedDates(
  { tx, actor }: Scope,
  projectId: string,
): Promise<Map<string, DatePercentiles | null>> {
  const rows = await tx
    .selectFrom("forecastOutcomes as o")
    .innerJoin("milestones as m", (on) =>
      on
        .onRef("m.workspaceId", "=", "o.workspaceId")
        .onRef("m.id", "=", "o.milestoneId")
        .onRef("m.reachedOn", "=", "o.reachedOn"),
    )
    .select(["o.milestoneId", "o.named"])
    .where("o.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "=", projectId)
    .execute();
  // What stands in the column is what the worker put there.
  return new Map(rows.map(({ milestoneId, named }) => [milestoneId, named as DatePercentiles | null]));
}

/** Finished cards of the project, archived ones too: those its estimates are measured by. */
export async function cardIdsOf({ tx, actor }: Scope, projectId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("cards")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("doneAt", "is not", null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function actions({ tx, actor }: Scope) {
  return tx
    .selectFrom("retrospectiveActions as a")
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "a.workspaceId").onRef("q.id", "=", "a.ownerId"),
    )
    .leftJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.carriedTo"),
    )
    .select(["a.id", "a.projectId", "a.title", "a.ownerId", "q.name as ownerName", "a.dueOn"])
    .select(["p.key as carriedKey", "p.name as carriedName", "a.carriedTo"])
    .where("a.workspaceId", "=", actor.workspaceId);
}

export type ActionRow = Awaited<ReturnType<typeof listActions>>[number];

export async function listActions(scope: Scope, projectId: string) {
  return actions(scope).where("a.projectId", "=", projectId).orderBy("a.createdAt").orderBy("a.id").execute();
}

export async function findAction(scope: Scope, id: string) {
  return actions(scope).where("a.id", "=", id).executeTakeFirst();
}

export async function insertAction(
  { tx, actor, now }: Scope,
  action: { id: string; projectId: string; title: string; ownerId: string | null; dueOn: string | null },
): Promise<void> {
  await tx
    .insertInto("retrospectiveActions")
    .values({ ...action, workspaceId: actor.workspaceId, carriedTo: null, cardId: null, createdAt: now })
    .execute();
}

export async function removeAction({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("retrospectiveActions")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Undefined where it was carried on before. */
export async function takeAction({ tx, actor }: Scope, projectId: string, id: string, carriedTo: string) {
  return tx
    .updateTable("retrospectiveActions")
    .set({ carriedTo })
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("id", "=", id)
    .where("carriedTo", "is", null)
    .returning(["title", "ownerId", "dueOn"])
    .executeTakeFirst();
}

export async function setActionCard({ tx, actor }: Scope, id: string, cardId: string): Promise<void> {
  await tx
    .updateTable("retrospectiveActions")
    .set({ cardId })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Only from the Later list, where nobody else has put it away meanwhile. */
export async function lockLaterCard({ tx, actor }: Scope, projectId: string, id: string) {
  return tx
    .selectFrom("cards")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("id", "=", id)
    .where("place", "=", "later")
    .where("archivedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether this person can be given work in the project. */
export async function worksOn({ tx, actor }: Scope, projectId: string, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select from members m join projects p on p.workspace_id = m.workspace_id and p.id = ${projectId}
    where m.workspace_id = ${actor.workspaceId} and m.person_id = ${personId} and m.status = 'active'
      and (m.role in ('owner', 'admin') or p.lead_id = m.person_id or exists (select from project_members pm
        where pm.workspace_id = m.workspace_id and pm.project_id = p.id and pm.person_id = m.person_id))`.execute(
      tx,
    );
  return rows.length > 0;
}
