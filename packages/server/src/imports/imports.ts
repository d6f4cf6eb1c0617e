import type { Scope } from "../access/scope.ts";
import { boardShape } from "../board/bulk.store.ts";
import { record } from "../events/events.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { listMembers } from "../people/members.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { createProject, project } from "../projects/projects.ts";
import type { ImportedBoard } from "./imported-board.ts";
import {
  importZone,
  insertImport,
  knownIds,
  lastMapping,
  lockProject,
  projectOfBoard,
} from "./imports.store.ts";
import type { ImportReportView } from "./imports.view.ts";
import { placeLists } from "./list-targets.ts";
import { completeMapping, type MappingData, storedMapping } from "./mapping.ts";
import { chosenOut, placeNotes, sortCards } from "./sort-cards.ts";
import { readTrello } from "./trello.ts";
import { writeBoard } from "./write-board.ts";

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
  const into = wish.projectId ?? (await projectOfBoard(scope, board.source, board.externalId))?.id;
  const before = storedMapping(into && (await lastMapping(scope, board.source, into)));
  const mapping = completeMapping(board, wish.mapping, await listMembers(scope), before);
  const { access, isNew } = await destination(scope, into, board, wish);
  const projectId = access.id;
  await lockProject(scope, projectId);
  const known = await knownIds(scope, board.source, projectId);
  const shape = await boardShape(scope, projectId);
  const targets = await placeLists(scope, access, board, mapping.lists, { known, shape });
  const sorted = await sortCards(scope, projectId, board, targets, known);
  const added = await writeBoard(scope, board, mapping, { projectId, isNew, known, shape, targets, sorted });
  const { id, key, name } = await project(scope, projectId);
  const report: ImportReportView = {
    importId: newId(),
    project: { id, key, name, isNew },
    added,
    already: sorted.already.length,
    deleted: sorted.deleted,
    leftOut: [...board.leftOut, ...chosenOut(board, mapping, sorted)],
    notes: [...board.notes, ...placeNotes(sorted)],
  };
  await keep(scope, board, wish, mapping, report);
  return report;
}

async function destination(
  scope: Scope,
  into: string | undefined,
  board: ImportedBoard,
  wish: ImportWish,
): Promise<Destination> {
  if (into) return { access: (await visibleProject(scope, into)).project, isNew: false };
  const { name = board.name, clientId = null } = wish.newProject ?? {};
  const made = await createProject(scope, { name, clientId });
  return { access: (await visibleProject(scope, made.id)).project, isNew: true };
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
