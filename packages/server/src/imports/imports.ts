import type { Scope } from "../access/scope.ts";
import { type BoardShape, boardShape, growCards, insertBoard, lastItemPlaces } from "../board/bulk.store.ts";
import { record } from "../events/events.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { listMembers } from "../people/members.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { addProjectMember } from "../projects/project-members.store.ts";
import { takeCardNumbers } from "../projects/project-numbers.store.ts";
import { membersOfProject } from "../projects/project-people.store.ts";
import { createProject, project } from "../projects/projects.ts";
import { insertComments } from "../talk/bulk.store.ts";
import { type Placed, type RowContext, Rows } from "./card-rows.ts";
import type { ImportedBoard, ImportedCard } from "./imported-board.ts";
import {
  cardsStillThere,
  importZone,
  insertImport,
  type Known,
  keepIdentities,
  knownIds,
  lockProject,
  projectOfBoard,
} from "./imports.store.ts";
import type { ImportReportView } from "./imports.view.ts";
import { Omissions } from "./left-out.ts";
import { type ListTargets, placeLists } from "./list-targets.ts";
import { completeMapping, type MappingData } from "./mapping.ts";
import { placeFields, placeLabels } from "./marks.ts";
import { readTrello } from "./trello.ts";

export interface ImportWish {
  document: string;
  /** Into this project; else where the board went before; else into a new one. */
  projectId?: string | undefined;
  newProject?: { name?: string | undefined; clientId?: string | null | undefined } | undefined;
  mapping: MappingData;
}

interface Destination {
  access: ProjectAccess;
  isNew: boolean;
}

/**
 * Brings a board in, in the one transaction of its request: all of it or nothing. Run again, it adds what is new and
 * leaves what is here as people have made it.
 */
export async function runImport(scope: Scope, wish: ImportWish): Promise<ImportReportView> {
  const board = readTrello(wish.document, await importZone(scope));
  const mapping = completeMapping(board, wish.mapping, await listMembers(scope));
  const { access, isNew } = await destination(scope, board, wish);
  await lockProject(scope, access.id);
  const known = await knownIds(scope, board.source, access.id);
  const shape = await boardShape(scope, access.id);
  const targets = await placeLists(scope, access, board, mapping.lists, { known, shape });
  const sorted = await sortCards(scope, access.id, board, targets, known);
  const written = await writeBoard(scope, { access, isNew }, board, mapping, {
    known,
    shape,
    targets,
    sorted,
  });
  const leftOut = [...board.leftOut, ...omitted(board, mapping, sorted)];
  const { id, name, key } = await nameOf(scope, access);
  const report: ImportReportView = {
    importId: newId(),
    project: { id, key, name, isNew },
    ...written,
    already: sorted.already.length,
    deleted: sorted.deleted,
    leftOut,
    notes: [...board.notes, ...(sorted.movedToDone > 0 ? [doneNote(sorted.movedToDone)] : [])],
  };
  await keep(scope, board, wish, mapping, report);
  return report;
}

async function destination(scope: Scope, board: ImportedBoard, wish: ImportWish): Promise<Destination> {
  const given = wish.projectId ?? (await projectOfBoard(scope, board.source, board.externalId))?.id;
  if (given) return { access: (await visibleProject(scope, given)).project, isNew: false };
  const { name = board.name, clientId = null } = wish.newProject ?? {};
  const made = await createProject(scope, { name, clientId });
  return { access: (await visibleProject(scope, made.id)).project, isNew: true };
}

interface Sorted {
  fresh: Placed[];
  already: { id: string; card: ImportedCard }[];
  deleted: number;
  skipped: ImportedCard[];
  movedToDone: number;
}

/** New cards, cards that are here, cards that somebody deleted here, cards that stay behind. */
async function sortCards(
  scope: Scope,
  projectId: string,
  { cards }: ImportedBoard,
  targets: ListTargets,
  known: Known,
): Promise<Sorted> {
  const here = known.get("card") ? await cardsStillThere(scope, projectId) : new Set<string>();
  const sorted: Sorted = { fresh: [], already: [], deleted: 0, skipped: [], movedToDone: 0 };
  for (const card of cards) {
    const id = known.get("card")?.get(card.id);
    const target = targets.of(card);
    if (id && here.has(id)) sorted.already.push({ id, card });
    else if (id) sorted.deleted += 1;
    else if (!target) sorted.skipped.push(card);
    else {
      sorted.fresh.push({ card, target });
      if (target.movedToDone) sorted.movedToDone += 1;
    }
  }
  return sorted;
}

interface Prepared {
  known: Known;
  shape: BoardShape;
  targets: ListTargets;
  sorted: Sorted;
}

async function writeBoard(
  scope: Scope,
  { access, isNew }: Destination,
  board: ImportedBoard,
  mapping: MappingData,
  { known, shape, targets, sorted }: Prepared,
): Promise<Pick<ImportReportView, "added">> {
  const projectId = access.id;
  const labels = placeLabels(
    board,
    sorted.fresh.map(({ card }) => card),
    { projectId, shape, known },
  );
  const fields = placeFields(board, { projectId, shape, known });
  const people = await assignable(scope, projectId, mapping, sorted);
  const rows = new Rows({
    projectId,
    now: scope.now,
    known,
    people,
    unmatched: new Map(board.members.filter(({ id }) => !people.has(id)).map(({ id, name }) => [id, name])),
    labels: labels.ids,
    fields: fields.ids,
    lastPlaces: shape.lastPlaces,
    lastItems: await lastItemPlaces(
      scope,
      sorted.already.map(({ id }) => id),
    ),
    number: await numbering(scope, projectId, isNew, sorted.fresh),
  });
  rows.addCards(sorted.fresh);
  for (const { id, card } of sorted.already) rows.addToCard(id, card);
  const { cards, cardLabels, items, links, values, comments } = rows;
  const columns = targets.addedColumns;
  await insertBoard(scope, {
    columns,
    labels: labels.added,
    fields: fields.added,
    cards,
    people: rows.people,
    cardLabels,
    items,
    links,
    values,
  });
  await insertComments(scope, projectId, comments);
  await growCards(scope, rows.grown);
  const boardItself = { noun: "board", externalId: board.externalId, nounId: projectId } as const;
  const identities = [
    boardItself,
    ...targets.identities,
    ...labels.identities,
    ...fields.identities,
    ...rows.identities,
  ];
  await keepIdentities(scope, projectId, board.source, identities);
  const archivedCards = cards.filter((card) => card.archivedAt !== null).length;
  return {
    added: {
      columns: columns.length,
      milestones: targets.addedMilestones,
      labels: labels.added.length,
      customFields: fields.added.length,
      cards: cards.length - archivedCards,
      archivedCards,
      checklistItems: items.length,
      comments: comments.length,
      links: links.length,
      assignments: rows.people.length,
    },
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

function omitted(board: ImportedBoard, { lists, members }: MappingData, { fresh, skipped }: Sorted) {
  const omissions = new Omissions();
  const onCards = new Set(fresh.flatMap(({ card }) => card.memberIds));
  omissions.add("unmatched", board.members.filter(({ id }) => onCards.has(id) && !members[id]).length);
  omissions.add("skippedLists", board.lists.filter(({ id }) => lists[id]?.to === "skip").length);
  omissions.add("skippedCards", skipped.length);
  return omissions.list();
}

function doneNote(count: number): string {
  return `${count} cards marked complete in Trello stand in a column for done work now, though their list was another.`;
}

async function nameOf(
  scope: Scope,
  { id, key }: ProjectAccess,
): Promise<{ id: string; key: string; name: string }> {
  const { name } = await project(scope, id);
  return { id, key, name };
}

async function keep(
  scope: Scope,
  board: ImportedBoard,
  wish: ImportWish,
  mapping: MappingData,
  report: ImportReportView,
): Promise<void> {
  const { importId: id, project: into, added, already } = report;
  const fileHash = sha256(wish.document);
  await insertImport(scope, { id, projectId: into.id, source: board.source, fileHash, mapping, report });
  await record(scope, {
    verb: "import.finished",
    subject: { kind: "import", id },
    projectId: into.id,
    data: { source: board.source, fileHash, added, already },
  });
}
