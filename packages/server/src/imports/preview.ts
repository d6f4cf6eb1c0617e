import type { Scope } from "../access/scope.ts";
import { listMembers } from "../people/members.store.ts";
import type { ImportedBoard, ImportedCard } from "./imported-board.ts";
import { importZone, lastMapping, projectOfBoard } from "./imports.store.ts";
import type { ImportPreviewView } from "./imports.view.ts";
import { storedMapping, suggestMapping } from "./mapping.ts";
import { readTrello } from "./trello.ts";

/** What the file holds and where its parts would go; nothing is written. */
export async function previewImport(scope: Scope, text: string): Promise<ImportPreviewView> {
  const board = readTrello(text, await importZone(scope));
  const into = (await projectOfBoard(scope, board.source, board.externalId)) ?? null;
  const before = storedMapping(into && (await lastMapping(scope, board.source, into.id)));
  const suggestion = suggestMapping(board, await listMembers(scope), before);
  const { cards, labels, fields, members } = board;
  const inList = tally(cards, (card) => (card.archived ? [] : [card.listId]));
  const archivedInList = tally(cards, (card) => (card.archived ? [card.listId] : []));
  const ofMember = tally(cards, (card) => card.memberIds);
  const withLabel = tally(cards, (card) => card.labelIds);
  const withField = tally(cards, (card) => card.values.map(({ fieldId }) => fieldId));
  return {
    board: { id: board.externalId, name: board.name },
    importedInto: into,
    lists: board.lists.map(({ id, name, archived }) => ({
      id,
      name,
      archived,
      cards: inList(id),
      archivedCards: archivedInList(id),
      suggestion: suggestion.lists[id] ?? { to: "skip" },
    })),
    members: members.map(({ id, name, username }) => ({
      id,
      name,
      username,
      cards: ofMember(id),
      suggestion: suggestion.members[id] ?? null,
    })),
    labels: labels.map((label) => ({ ...label, cards: withLabel(label.id) })),
    customFields: fields.map((field) => ({ ...field, cards: withField(field.id) })),
    counts: countsOf(board),
    leftOut: board.leftOut,
    notes: board.notes,
  };
}

/** How many cards name each id, counted in one pass however many ids there are. */
function tally(
  cards: readonly ImportedCard[],
  named: (card: ImportedCard) => string[],
): (id: string) => number {
  const counts = new Map<string, number>();
  for (const card of cards) for (const id of named(card)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (id) => counts.get(id) ?? 0;
}

function countsOf({ cards, lists }: ImportedBoard): ImportPreviewView["counts"] {
  const archived = new Set(lists.filter((list) => list.archived).map((list) => list.id));
  const rests = (card: ImportedCard) => card.archived || archived.has(card.listId);
  return {
    lists: lists.length - archived.size,
    archivedLists: archived.size,
    cards: count(cards, (card) => !rests(card)),
    archivedCards: count(cards, rests),
    checklistItems: sum(cards, (card) => card.items.length),
    comments: sum(cards, (card) => card.comments.length),
    links: sum(cards, (card) => card.links.length),
  };
}

function count<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length;
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
