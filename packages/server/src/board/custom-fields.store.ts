import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import { notInTrash } from "../db/trash.ts";
import { notFound } from "../kit/errors.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import type { FieldKind } from "./custom-fields.view.ts";

export interface FieldRow {
  id: string;
  projectId: string;
  name: string;
  kind: FieldKind;
  choices: string[];
  revision: number;
}

export interface CountedFieldRow extends FieldRow {
  values: number;
}

/** A field through its project; 404 for who may not see that. */
export async function visibleField(scope: Scope, fieldId: string) {
  const field = await findField(scope, fieldId);
  if (!field) throw notFound();
  return { ...(await visibleProject(scope, field.projectId)), field };
}

export async function findField(scope: Scope, id: string): Promise<FieldRow | undefined> {
  return (await fieldsWhere(scope, sql`f.id = ${id}`))[0];
}

export function listFields(scope: Scope, projectId: string): Promise<CountedFieldRow[]> {
  return fieldsWhere(scope, sql`f.project_id = ${projectId}`);
}

async function fieldsWhere({ tx, actor }: Scope, where: RawBuilder<unknown>): Promise<CountedFieldRow[]> {
  const { rows } = await sql<CountedFieldRow>`
    select f.id, f.project_id, f.name, f.kind, f.choices, f.revision,
      (select count(*) from card_values v where v.workspace_id = f.workspace_id and v.field_id = f.id
        and ${notInTrash("v.workspace_id", "v.card_id")})::int as values
    from custom_fields f where f.workspace_id = ${actor.workspaceId} and ${where} and ${notInTrash("f.workspace_id", "f.id")}
    order by f.position, f.created_at, f.id`.execute(tx);
  return rows;
}

/** At the end of the project's fields. */
export async function insertField({ tx, actor }: Scope, field: FieldRow): Promise<void> {
  const { id, projectId, name, kind, choices } = field;
  await sql`insert into custom_fields (workspace_id, id, project_id, name, kind, choices, position)
    select ${actor.workspaceId}, ${id}, ${projectId}, ${name}, ${kind}, ${JSON.stringify(choices)}::jsonb,
      1 + coalesce((select max(position) from custom_fields where workspace_id = ${actor.workspaceId} and project_id = ${projectId}), 0)`.execute(
    tx,
  );
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateField(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  { name, choices }: { name: string; choices: readonly string[] },
): Promise<boolean> {
  const seen = { workspaceId: actor.workspaceId, id, revision };
  return updateSeen(tx, "customFields", seen, { name, choices: JSON.stringify(choices) });
}

/** Whether cards hold one of these words without its being offered. */
export async function holdsUnoffered(
  { tx, actor }: Scope,
  { id, choices }: FieldRow,
  words: readonly string[],
): Promise<boolean> {
  const free = words.filter((word) => !choices.includes(word));
  if (free.length === 0) return false;
  const found = await tx
    .selectFrom("cardValues")
    .select("cardId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("fieldId", "=", id)
    .where("value", "in", free)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** A choice that was renamed is renamed on every card that has it; all in one step, so that two can change places. */
export async function renameChoices(
  { tx, actor }: Scope,
  fieldId: string,
  renamed: readonly { was: string; name: string }[],
): Promise<void> {
  if (renamed.length === 0) return;
  await sql`update card_values v set value = r.name
    from unnest(${renamed.map(({ was }) => was)}::text[], ${renamed.map(({ name }) => name)}::text[]) as r (was, name)
    where v.workspace_id = ${actor.workspaceId} and v.field_id = ${fieldId} and v.value = r.was`.execute(tx);
}

export async function orderFields({ tx, actor }: Scope, ids: readonly string[]): Promise<void> {
  await sql`update custom_fields f set position = o.n from unnest(${ids}::uuid[]) with ordinality as o (id, n)
    where f.workspace_id = ${actor.workspaceId} and f.id = o.id`.execute(tx);
}
