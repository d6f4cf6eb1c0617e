import type { Scope } from "../access/scope.ts";
import { type BoardShape, growCards, insertBoard, lastItemPlaces } from "../board/bulk.store.ts";
import { addProjectMember } from "../projects/project-members.store.ts";
import { takeCardNumbers } from "../projects/project-numbers.store.ts";
import { membersOfProject } from "../projects/project-people.store.ts";
import { insertComments } from "../talk/bulk.store.ts";
import { type Placed, type RowContext, Rows } from "./card-rows.ts";
import type { ImportedBoard } from "./imported-board.ts";
import { type Known, keepIdentities } from "./imports.store.ts";
import type { ImportReportView } from "./imports.view.ts";
import type { ListTargets } from "./list-targets.ts";
import type { MappingData } from "./mapping.ts";
import { placeFields, placeLabels } from "./marks.ts";
import type { Sorted } from "./sort-cards.ts";

export interface Prepared {
  projectId: string;
  isNew: boolean;
  known: Known;
  shape: BoardShape;
  targets: ListTargets;
  sorted: Sorted;
}

type Marks = { labels: ReturnType<typeof placeLabels>; fields: ReturnType<typeof placeFields> };

/** Everything below the project in few statements; answers how much of each. */
export async function writeBoard(
  scope: Scope,
  board: ImportedBoard,
  mapping: MappingData,
  prepared: Prepared,
): Promise<ImportReportView["added"]> {
  const { projectId, targets, sorted } = prepared;
  const cards = sorted.fresh.map(({ card }) => card);
  const marks = { labels: placeLabels(board, cards, prepared), fields: placeFields(board, prepared) };
  const rows = await rowsOf(scope, board, mapping, prepared, marks);
  await insertBoard(scope, {
    columns: targets.addedColumns,
    labels: marks.labels.added,
    fields: marks.fields.added,
    cards: rows.cards,
    people: rows.people,
    cardLabels: rows.cardLabels,
    items: rows.items,
    links: rows.links,
    values: rows.values,
  });
  await insertComments(scope, projectId, rows.comments);
  await growCards(scope, rows.grown);
  await keepIdentities(scope, projectId, board.source, [
    { noun: "board", externalId: board.externalId, nounId: projectId },
    ...targets.identities,
    ...marks.labels.identities,
    ...marks.fields.identities,
    ...rows.identities,
  ]);
  return countsOf(targets, marks, rows);
}

async function rowsOf(
  scope: Scope,
  board: ImportedBoard,
  mapping: MappingData,
  { projectId, isNew, known, shape, sorted }: Prepared,
  { labels, fields }: Marks,
): Promise<Rows> {
  const people = await assignable(scope, projectId, mapping, sorted);
  const already = sorted.already.map(({ id }) => id);
  const rows = new Rows({
    projectId,
    now: scope.now,
    known,
    people,
    unmatched: new Map(board.members.filter(({ id }) => !people.has(id)).map(({ id, name }) => [id, name])),
    labels: labels.ids,
    fields: fields.ids,
    lastPlaces: shape.lastPlaces,
    lastItems: await lastItemPlaces(scope, already),
    number: await numbering(scope, projectId, isNew, sorted.fresh),
  });
  rows.addCards(sorted.fresh);
  for (const { id, card } of sorted.already) rows.addToCard(id, card);
  return rows;
}

function countsOf(targets: ListTargets, { labels, fields }: Marks, rows: Rows): ImportReportView["added"] {
  const archivedCards = rows.cards.filter((card) => card.archivedAt !== null).length;
  return {
    columns: targets.addedColumns.length,
    milestones: targets.addedMilestones,
    labels: labels.added.length,
    customFields: fields.added.length,
    cards: rows.cards.length - archivedCards,
    archivedCards,
    checklistItems: rows.items.length,
    comments: rows.comments.length,
    links: rows.links.length,
    assignments: rows.people.length,
  };
}

/** People who get cards come onto the project. */
async function assignable(
  scope: Scope,
  projectId: string,
  { members }: MappingData,
  { fresh }: Sorted,
): Promise<Map<string, string>> {
  const found = new Map(
    Object.entries(members).flatMap(([id, personId]) => (personId ? [[id, personId] as const] : [])),
  );
  const used = new Set(fresh.flatMap(({ card }) => card.memberIds.flatMap((id) => found.get(id) ?? [])));
  const there = new Set((await membersOfProject(scope, projectId)).map(({ id }) => id));
  for (const personId of used)
    if (!there.has(personId)) await addProjectMember(scope, projectId, personId, "member");
  return found;
}

/** A new project keeps the numbers that people know from Trello; elsewhere the project's own go on. */
async function numbering(
  scope: Scope,
  projectId: string,
  isNew: boolean,
  fresh: readonly Placed[],
): Promise<RowContext["number"]> {
  const numbers = fresh.flatMap(({ card }) => card.number ?? []);
  if (isNew && new Set(numbers).size === fresh.length && numbers.length === fresh.length) {
    await takeCardNumbers(scope, projectId, { count: 0, upTo: numbers.reduce((a, b) => Math.max(a, b), 0) });
    return (card, at) => card.number ?? at + 1;
  }
  const last = await takeCardNumbers(scope, projectId, { count: fresh.length });
  return (_card, at) => last + at + 1;
}
