import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";
import { notFound } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { between, manyAfter } from "../kit/position.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { CardContent, type CardContentView } from "./card-content.view.ts";

export interface CardTemplateRow {
  id: string;
  projectId: string;
  name: string;
  content: CardContentView;
  revision: number;
}

/** Through its project; 404 for who may not see that. */
export async function visibleCardTemplate(scope: Scope, id: string) {
  const template = await findCardTemplate(scope, id);
  if (!template) throw notFound();
  return { ...(await visibleProject(scope, template.projectId)), template };
}

export async function findCardTemplate(scope: Scope, id: string): Promise<CardTemplateRow | undefined> {
  const row = await templates(scope).where("id", "=", id).executeTakeFirst();
  return row && withContent(row);
}

export async function listCardTemplates(scope: Scope, projectId: string): Promise<CardTemplateRow[]> {
  const rows = await templates(scope)
    .where("projectId", "=", projectId)
    .orderBy("position")
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(withContent);
}

function templates({ tx, actor }: Scope) {
  return tx
    .selectFrom("cardTemplates")
    .select(["id", "projectId", "name", "content", "revision"])
    .where("workspaceId", "=", actor.workspaceId)
    .where(notInTrash("cardTemplates.workspaceId", "cardTemplates.id"));
}

function withContent<Row extends { content: unknown }>(row: Row) {
  return { ...row, content: CardContent.parse(row.content) };
}

/** At the end of the project's templates. */
export async function insertCardTemplate(
  { tx, actor, now }: Scope,
  projectId: string,
  { name, content }: Pick<CardTemplateRow, "name" | "content">,
): Promise<CardTemplateRow> {
  const last = await tx
    .selectFrom("cardTemplates")
    .select("position")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  const template = { id: newId(), projectId, name };
  await tx
    .insertInto("cardTemplates")
    .values({
      ...template,
      workspaceId: actor.workspaceId,
      content: JSON.stringify(content),
      position: between(last?.position ?? null, null),
      createdAt: now,
    })
    .execute();
  return { ...template, content, revision: 1 };
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateCardTemplate(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  { name, content }: Pick<CardTemplateRow, "name" | "content">,
): Promise<boolean> {
  const seen = { workspaceId: actor.workspaceId, id, revision };
  return updateSeen(tx, "cardTemplates", seen, { name, content: JSON.stringify(content) });
}

export async function orderCardTemplates({ tx, actor }: Scope, ids: readonly string[]): Promise<void> {
  const positions = manyAfter(null, ids.length);
  for (const [at, id] of ids.entries())
    await tx
      .updateTable("cardTemplates")
      .set({ position: positions[at] ?? "a0" })
      .where("workspaceId", "=", actor.workspaceId)
      .where("id", "=", id)
      .execute();
}
