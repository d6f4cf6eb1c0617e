import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import type { FieldKind } from "./custom-fields.view.ts";

interface Held {
  kind: FieldKind;
  choices: string[];
  value: string | null;
}

/** What the card holds in a field of its project; it is kept from other writers until the transaction ends. */
export async function holdValue(
  { tx, actor, now }: Scope,
  card: { id: string; projectId: string },
  fieldId: string,
): Promise<Held | undefined> {
  await sql`update cards set touched_at = ${now} where workspace_id = ${actor.workspaceId} and id = ${card.id}`.execute(
    tx,
  );
  const { rows } = await sql<Held>`select f.kind, f.choices, v.value from custom_fields f
    left join card_values v on v.workspace_id = f.workspace_id and v.field_id = f.id and v.card_id = ${card.id}
    where f.workspace_id = ${actor.workspaceId} and f.id = ${fieldId} and f.project_id = ${card.projectId}
      and ${notInTrash("f.workspace_id", "f.id")}`.execute(tx);
  return rows[0];
}

/** Null takes it away. */
export async function writeValue(
  { tx, actor }: Scope,
  cardId: string,
  fieldId: string,
  value: string | null,
): Promise<void> {
  const { workspaceId } = actor;
  if (value === null)
    await tx
      .deleteFrom("cardValues")
      .where("workspaceId", "=", workspaceId)
      .where("cardId", "=", cardId)
      .where("fieldId", "=", fieldId)
      .execute();
  else
    await tx
      .insertInto("cardValues")
      .values({ workspaceId, cardId, fieldId, value })
      .onConflict((at) => at.columns(["workspaceId", "cardId", "fieldId"]).doUpdateSet({ value }))
      .execute();
}

/** By card, then by field: what the cards of a project hold, archived ones included. A guest gets the cards that carry them. */
export async function valuesOfProject(
  { tx, actor }: Scope,
  projectId: string,
): Promise<Record<string, Record<string, string>>> {
  const own = sql`and exists (select from card_people g where g.workspace_id = c.workspace_id and g.card_id = c.id and g.person_id = ${actor.personId})`;
  const { rows } = await sql<{ cards: Record<string, Record<string, string>> }>`
    select coalesce(json_object_agg(x.card_id, x.held), '{}') as cards from (
      select v.card_id, json_object_agg(v.field_id, v.value) as held from card_values v
      join cards c on c.workspace_id = v.workspace_id and c.id = v.card_id
      where v.workspace_id = ${actor.workspaceId} and c.project_id = ${projectId} ${actor.role === "guest" ? own : sql``}
        and ${notInTrash("c.workspace_id", "c.id")} and ${notInTrash("v.workspace_id", "v.field_id")}
      group by v.card_id) x`.execute(tx);
  return rows[0]?.cards ?? {};
}
