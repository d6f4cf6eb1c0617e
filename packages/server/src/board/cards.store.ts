import { type RawBuilder, sql, type Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { CardsTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";
import { notFound } from "../kit/errors.ts";
import type { CardRow } from "./card-access.store.ts";
import type { FoundPlace } from "./card-place.store.ts";
import { peopleOfProject } from "./project-people.store.ts";

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
  milestones: number;
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
    ), people as (${addedPeople(scope, projectId, id, card.people)}
    ), labels as (${addedLabels(scope, projectId, id, card.labels)})
    select card_count as number, (select count(*) from people) as people, (select count(*) from labels) as labels,
      (select count(*) from milestones m where m.workspace_id = ${workspaceId} and m.project_id = ${projectId} and m.id = ${card.milestoneId}::uuid
        and not exists (select from trash t where t.workspace_id = m.workspace_id and t.thing_id = m.id)) as milestones
    from numbered`.execute(tx);
  const done = rows[0];
  const complete =
    done?.people === card.people.length &&
    done.labels === card.labels.length &&
    done.milestones === (card.milestoneId === null ? 0 : 1);
  if (!complete) throw notFound();
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

/** Writes and touches the card if it still is as `expected` says; false when somebody was faster. */
export async function updateCard(
  scope: Scope,
  card: CardRow,
  change: Updateable<CardsTable>,
  expected: Partial<ExpectedCard> = {},
): Promise<boolean> {
  let query = scope.tx
    .updateTable("cards")
    .set({ ...change, touchedAt: scope.now })
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", card.id);
  for (const [column, value] of Object.entries(expected) as [
    keyof ExpectedCard,
    ExpectedCard[keyof ExpectedCard],
  ][])
    query = query.where(column, "is not distinct from", value);
  const result = await query.executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type ExpectedCard = Pick<
  CardRow,
  "place" | "columnId" | "milestoneId" | "archivedAt" | "revision" | "position"
>;

/** 404 unless this milestone is of this project. */
export async function needMilestone(
  { tx, actor }: Scope,
  projectId: string,
  milestoneId: string,
): Promise<{ state: string }> {
  const found = await tx
    .selectFrom("milestones as m")
    .select("m.state")
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "=", projectId)
    .where("m.id", "=", milestoneId)
    .where(notInTrash("m.workspaceId", "m.id"))
    .executeTakeFirst();
  if (!found) throw notFound();
  return found;
}

/** Title, text and audience: only over the revision that was seen. */
export async function updateText(
  scope: Scope,
  id: string,
  revision: number,
  change: CardText,
): Promise<boolean> {
  const result = await scope.tx
    .updateTable("cards")
    .set({ ...change, touchedAt: scope.now })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface CardText {
  title?: string | undefined;
  body?: string | undefined;
  audience?: "team" | "client" | undefined;
}
