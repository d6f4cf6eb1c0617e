import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { addedEstimate } from "./card-estimates.store.ts";
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
 * Number, card, people and labels in one statement. The project's row, which counts the numbers, stays locked from
 * here to the commit, so nothing slow may follow. What is not of this project finds no row: 404, and nothing is stored.
 */
export async function insertCard(
  scope: Scope,
  projectId: string,
  id: string,
  card: CardContents,
  at: FoundPlace,
): Promise<number> {
  const { actor, tx, now } = scope;
  const workspaceId = actor.workspaceId;
  const { rows } = await sql<Inserted>`
    with numbered as (
      update projects set card_count = card_count + 1 where workspace_id = ${workspaceId} and id = ${projectId} returning card_count
    ), added as (
      insert into cards (workspace_id, id, project_id, milestone_id, column_id, number, title, body, place, position, priority,
        low, likely, high, start_on, due_on, started_at, done_at, touched_at, created_at)
      select ${workspaceId}, ${id}, ${projectId}, ${card.milestoneId}::uuid, ${at.columnId}::uuid, card_count, ${card.title}, ${card.body},
        ${at.place}, ${at.position}, ${card.priority}, ${card.low}::int, ${card.likely}::int, ${card.high}::int, ${card.startOn}::date, ${card.dueOn}::date,
        ${at.category === "doing" ? now : null}::timestamptz, ${at.category === "done" ? now : null}::timestamptz, ${now}, ${now} from numbered
    ), estimated as (${addedEstimate(scope, id, card)}
    ), people as (${addedPeople(scope, projectId, id, card.people)}
    ), labels as (${addedLabels(scope, projectId, id, card.labels)})
    select card_count as number, (select count(*) from people) as people, (select count(*) from labels) as labels,
      (select state from milestones m where m.workspace_id = ${workspaceId} and m.project_id = ${projectId} and m.id = ${card.milestoneId}::uuid
        and not exists (select from trash t where t.workspace_id = m.workspace_id and t.thing_id = m.id) for share of m) as milestone_state
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
    with numbered as (
      update projects set card_count = card_count + ${cards.length} where workspace_id = ${actor.workspaceId} and id = ${projectId} returning card_count
    )
    insert into cards (workspace_id, id, project_id, milestone_id, column_id, number, title, place, position, started_at, done_at, touched_at, created_at)
    select ${actor.workspaceId}, c.id, ${projectId}, ${milestoneId}::uuid, ${at.columnId}::uuid, card_count - ${cards.length} + c.n, c.title, ${at.place}, c.position,
      ${at.category === "doing" ? now : null}::timestamptz, ${at.category === "done" ? now : null}::timestamptz, ${now}, ${now}
    from numbered, unnest(${ids}::uuid[], ${titles}::text[], ${positions}::text[]) with ordinality as c (id, title, position, n)`.execute(
    tx,
  );
}
