import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { watchersOfCard } from "./card-watchers.store.ts";
import { type MadeCard, madeCardOf } from "./checklist.store.ts";

export interface CardContentsRow {
  body: string;
  createdAt: Date;
  checklist: {
    id: string;
    heading: string;
    text: string;
    position: string;
    done: boolean;
    doneBy: string | null;
    doneAt: string | null;
    personId: string | null;
    dueOn: string | null;
    madeCard: MadeCard | null;
    revision: number;
  }[];
  watchers: string[];
  links: { id: string; title: string; url: string }[];
  values: { fieldId: string; name: string; kind: string; choices: string[]; value: string | null }[];
  estimates: {
    low: number | null;
    likely: number | null;
    high: number | null;
    by: string | null;
    at: string;
  }[];
  dependencies: {
    id: string;
    fromMilestone: string | null;
    fromCard: string | null;
    toMilestone: string | null;
    toCard: string | null;
    kind: string;
    lagDays: number;
  }[];
}

/** What a card holds besides its row, in one statement. */
export async function readContents(scope: Scope, cardId: string): Promise<CardContentsRow | undefined> {
  const { actor, tx } = scope;
  const ofCard = (table: string) =>
    sql`from ${sql.ref(table)} x where x.workspace_id = ${actor.workspaceId} and x.card_id = ${cardId}`;
  const { rows } = await sql<CardContentsRow>`
    select c.body, c.created_at,
      ${list(
        sql`json_build_object('id', x.id, 'heading', x.heading, 'text', x.text, 'position', x.position, 'done', x.done_at is not null,
          'doneBy', x.done_by, 'doneAt', x.done_at, 'personId', x.person_id, 'dueOn', x.due_on, 'madeCard', ${madeCardOf(scope, "x")}, 'revision', x.revision) order by x.position collate "C", x.id`,
        ofCard("checklist_items"),
      )} as checklist,
      array(select person_id::text from (${watchersOfCard(actor.workspaceId, cardId)}) w order by 1) as watchers,
      ${list(sql`json_build_object('id', x.id, 'title', x.title, 'url', x.url) order by x.created_at, x.id`, ofCard("card_links"))} as links,
      ${list(
        sql`json_build_object('fieldId', f.id, 'name', f.name, 'kind', f.kind, 'choices', f.choices, 'value', v.value)
          order by f.position, f.created_at, f.id`,
        sql`from custom_fields f left join card_values v on v.workspace_id = f.workspace_id and v.field_id = f.id and v.card_id = c.id
          where f.workspace_id = ${actor.workspaceId} and f.project_id = c.project_id and ${notInTrash("f.workspace_id", "f.id")}`,
      )} as values,
      ${list(
        sql`json_build_object('low', x.low, 'likely', x.likely, 'high', x.high, 'by', x.person_id, 'at', x.created_at) order by x.created_at desc, x.id desc`,
        ofCard("card_estimates"),
      )} as estimates,
      ${dependenciesOf(scope, cardId)} as dependencies
    from cards c where c.workspace_id = ${actor.workspaceId} and c.id = ${cardId}`.execute(tx);
  return rows[0];
}

/** A guest does not learn of cards that do not carry them. */
function dependenciesOf({ actor }: Scope, cardId: string): RawBuilder<unknown> {
  const others = sql`coalesce(nullif(d.from_card_id, ${cardId}::uuid), nullif(d.to_card_id, ${cardId}::uuid))`;
  const theirs = sql`and (${others} is null or exists (select from card_people g
    where g.workspace_id = d.workspace_id and g.card_id = ${others} and g.person_id = ${actor.personId}))`;
  return list(
    sql`json_build_object('id', d.id, 'fromMilestone', d.from_milestone_id, 'fromCard', d.from_card_id, 'toMilestone', d.to_milestone_id,
      'toCard', d.to_card_id, 'kind', d.kind, 'lagDays', d.lag_days) order by d.created_at, d.id`,
    sql`from dependencies d where d.workspace_id = ${actor.workspaceId} and (d.from_card_id = ${cardId} or d.to_card_id = ${cardId})
      ${actor.role === "guest" ? theirs : sql``}`,
  );
}

function list(item: RawBuilder<unknown>, from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(${item}), '[]') ${from})`;
}
