import { type Selectable, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { peopleOfProject } from "../board/project-people.store.ts";
import type { CardButtonsTable } from "../db/daily-work-schema.ts";
import { updateSeen } from "../db/revisions.ts";
import { notFound } from "../kit/errors.ts";
import { manyAfter } from "../kit/position.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import type { ButtonWishView } from "./buttons.view.ts";

export type ButtonRow = Selectable<CardButtonsTable>;

/** Through its project; 404 for who may not see that. */
export async function visibleButton(scope: Scope, id: string) {
  const button = await findButton(scope, id);
  if (!button) throw notFound();
  return { ...(await visibleProject(scope, button.projectId)), button };
}

export function findButton({ tx, actor }: Scope, id: string): Promise<ButtonRow | undefined> {
  return tx
    .selectFrom("cardButtons")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export function listButtons({ tx, actor }: Scope, projectId: string): Promise<ButtonRow[]> {
  return tx
    .selectFrom("cardButtons")
    .selectAll()
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** Keeps them from others who would order them meanwhile; read them only then. */
export async function holdButtons({ tx, actor }: Scope, projectId: string): Promise<void> {
  await sql`select from card_buttons where workspace_id = ${actor.workspaceId} and project_id = ${projectId} order by id for update`.execute(
    tx,
  );
}

export async function orderButtons({ tx, actor }: Scope, ids: readonly string[]): Promise<void> {
  const positions = manyAfter(null, ids.length);
  await sql`update card_buttons b set position = o.position
    from unnest(${ids}::uuid[], ${positions}::text[]) as o (id, position)
    where b.workspace_id = ${actor.workspaceId} and b.id = o.id`.execute(tx);
}

export function insertButton(
  { tx, actor, now }: Scope,
  { steps, ...row }: ButtonWishView & { id: string; projectId: string; position: string },
): Promise<ButtonRow> {
  return tx
    .insertInto("cardButtons")
    .values({ ...row, workspaceId: actor.workspaceId, steps: JSON.stringify(steps), createdAt: now })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function updateButton(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  { steps, ...change }: ButtonWishView,
): Promise<boolean> {
  const seen = { workspaceId: actor.workspaceId, id, revision };
  return updateSeen(tx, "cardButtons", seen, { ...change, steps: JSON.stringify(steps) });
}

export async function deleteButton({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("cardButtons")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function worksIn(scope: Scope, projectId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ personId: string }>`
    select p.person_id from (${peopleOfProject(scope, projectId)}) p where p.person_id = ${personId}`.execute(
    scope.tx,
  );
  return rows.length > 0;
}

export interface PressRow {
  id: string;
  projectId: string;
  subjectId: string;
  data: unknown;
}

/** What was pressed, through its project; with whether it has been taken back. */
export async function visiblePress(scope: Scope, id: string) {
  const { tx, actor } = scope;
  const press = await tx
    .selectFrom("events")
    .select(["id", "projectId", "subjectId", "data"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("verb", "=", "cardButton.pressed")
    .executeTakeFirst();
  if (!press?.projectId) throw notFound();
  const { projectId } = press;
  return { ...(await visibleProject(scope, projectId)), press: { ...press, projectId } };
}

export async function isTakenBack({ tx, actor }: Scope, { id, subjectId }: PressRow): Promise<boolean> {
  const row = await tx
    .selectFrom("events")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", subjectId)
    .where("verb", "=", "cardButton.takenBack")
    .where(sql<boolean>`data->>'pressId' = ${id}`)
    .executeTakeFirst();
  return row !== undefined;
}
