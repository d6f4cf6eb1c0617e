import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { CardRow } from "./card-access.store.ts";
import { peopleOfProject } from "./project-people.store.ts";

export function addedPeople(
  scope: Scope,
  projectId: string,
  cardId: string,
  people: readonly string[],
): RawBuilder<unknown> {
  return sql`insert into card_people (workspace_id, card_id, person_id)
    select ${scope.actor.workspaceId}, ${cardId}, person_id from (${peopleOfProject(scope, projectId)}) p where person_id = any(${people}::uuid[])
    on conflict (workspace_id, card_id, person_id) do update set workspace_id = excluded.workspace_id returning person_id`;
}

export function addedLabels(
  { actor }: Scope,
  projectId: string,
  cardId: string,
  labels: readonly string[],
): RawBuilder<unknown> {
  return sql`insert into card_labels (workspace_id, card_id, label_id)
    select ${actor.workspaceId}, ${cardId}, l.id from labels l
    where l.workspace_id = ${actor.workspaceId} and l.project_id = ${projectId} and l.id = any(${labels}::uuid[])
    on conflict (workspace_id, card_id, label_id) do update set workspace_id = excluded.workspace_id returning label_id`;
}

/** Adds and removes people or labels and touches the card, in one statement; tells how many of the added ones exist here. */
export async function changeMarks(
  scope: Scope,
  card: CardRow,
  kind: "people" | "labels",
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<number> {
  const { actor, tx, now } = scope;
  const [table, column] = kind === "people" ? ["card_people", "person_id"] : ["card_labels", "label_id"];
  const insert = kind === "people" ? addedPeople : addedLabels;
  const { rows } = await sql<{ added: number }>`
    with added as (${insert(scope, card.projectId, card.id, add)}
    ), removed as (
      delete from ${sql.table(table)} where workspace_id = ${actor.workspaceId} and card_id = ${card.id} and ${sql.ref(column)} = any(${remove}::uuid[])
    ), touched as (
      update cards set touched_at = ${now} where workspace_id = ${actor.workspaceId} and id = ${card.id}
    )
    select count(*) as added from added`.execute(tx);
  return rows[0]?.added ?? 0;
}
