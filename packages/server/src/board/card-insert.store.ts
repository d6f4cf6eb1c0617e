import { type RawBuilder, sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { cardsCounted } from "../projects/project-numbers.store.ts";
import { addedEstimate, isEstimated } from "./card-estimates.store.ts";
import { addedLabels, addedPeople } from "./card-marks.store.ts";
import { refuseClosedMilestone } from "./card-milestone.ts";
import type { FoundPlace } from "./card-place.store.ts";

export interface CardContents {
  title: string;
  body: string;
  milestoneId: string | null;
  people: readonly string[];
  labels: readonly string[];
  priority: number;
  low: number | null;
  likely: number | null;
  high: number | null;
  startOn: string | null;
  dueOn: string | null;
}

interface Inserted {
  number: number;
  people: number;
  labels: number;
  milestoneState: string | null;
}

/**
 * Number, card, people and labels in one statement, which names only what this card has: opening a table costs more than
 * writing a row into it. The project's row, which counts the numbers, stays locked from here to the commit, so nothing
 * slow may follow; unless a number is given. What is not of this project finds no row: 404, and nothing is stored.
 */
export async function insertCard(
  scope: Scope,
  projectId: string,
  id: string,
  card: CardContents,
  at: FoundPlace,
  number: number | null,
): Promise<number> {
  const { actor, tx, now } = scope;
  const workspaceId = actor.workspaceId;
  const { rows } = await sql<Inserted>`
    with numbered as (
      ${number === null ? cardsCounted(scope, projectId, 1) : sql`select ${number}::int as card_count`}
    ), added as (
      insert into cards (workspace_id, id, project_id, milestone_id, column_id, number, title, body, place, position, priority,
        low, likely, high, start_on, due_on, started_at, done_at, touched_at, created_at)
      select ${workspaceId}, ${id}, ${projectId}, ${card.milestoneId}::uuid, ${at.columnId}::uuid, card_count, ${card.title}, ${card.body},
        ${at.place}, ${at.position}, ${card.priority}, ${card.low}::int, ${card.likely}::int, ${card.high}::int, ${card.startOn}::date, ${card.dueOn}::date,
        ${at.category === "doing" ? now : null}::timestamptz, ${at.category === "done" ? now : null}::timestamptz, ${now}, ${now} from numbered
    )
    ${isEstimated(card) ? sql`, estimated as (${addedEstimate(scope, id, card)})` : NOTHING}
    ${card.people.length > 0 ? sql`, people as (${addedPeople(scope, projectId, id, card.people)})` : NOTHING}
    ${card.labels.length > 0 ? sql`, labels as (${addedLabels(scope, projectId, id, card.labels)})` : NOTHING}
    select card_count as number,
      ${card.people.length > 0 ? sql`(select count(*) from people)` : sql`0`} as people,
      ${card.labels.length > 0 ? sql`(select count(*) from labels)` : sql`0`} as labels,
      ${card.milestoneId ? stateOf(scope, projectId, card.milestoneId) : sql`null`} as milestone_state
    from numbered`.execute(tx);
  const done = rows[0];
  const complete =
    done?.people === card.people.length &&
    done.labels === card.labels.length &&
    (card.milestoneId === null || done.milestoneState !== null);
  if (!complete) throw notFound();
  refuseClosedMilestone(done.milestoneState);
  return done.number;
}

const NOTHING = sql``;

function stateOf({ actor }: Scope, projectId: string, milestoneId: string): RawBuilder<unknown> {
  return sql`(select state from milestones m where m.workspace_id = ${actor.workspaceId} and m.project_id = ${projectId} and m.id = ${milestoneId}
    and not exists (select from trash t where t.workspace_id = m.workspace_id and t.thing_id = m.id) for share of m)`;
}

/** Several bare cards below each other, numbered in their order. */
export async function insertCards(
  scope: Scope,
  projectId: string,
  cards: readonly { id: string; title: string; position: string }[],
  at: FoundPlace,
  milestoneId: string | null,
): Promise<void> {
  const { actor, tx, now } = scope;
  const [ids, titles, positions] = [
    cards.map((card) => card.id),
    cards.map((card) => card.title),
    cards.map((card) => card.position),
  ];
  await sql`
    with numbered as (${cardsCounted(scope, projectId, cards.length)})
    insert into cards (workspace_id, id, project_id, milestone_id, column_id, number, title, place, position, started_at, done_at, touched_at, created_at)
    select ${actor.workspaceId}, c.id, ${projectId}, ${milestoneId}::uuid, ${at.columnId}::uuid, card_count - ${cards.length} + c.n, c.title, ${at.place}, c.position,
      ${at.category === "doing" ? now : null}::timestamptz, ${at.category === "done" ? now : null}::timestamptz, ${now}, ${now}
    from numbered, unnest(${ids}::uuid[], ${titles}::text[], ${positions}::text[]) with ordinality as c (id, title, position, n)`.execute(
    tx,
  );
}
