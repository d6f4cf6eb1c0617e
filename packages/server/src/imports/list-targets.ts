import type { Scope } from "../access/scope.ts";
import type { BoardShape } from "../board/bulk.store.ts";
import { createMilestone } from "../milestones/milestones.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { Columns, type KnownColumn } from "./columns.ts";
import type { ImportedBoard, ImportedCard, ImportedList } from "./imported-board.ts";
import { type Known, milestonesStillThere, type NewIdentity } from "./imports.store.ts";
import type { MappingData } from "./mapping.ts";

export interface Target {
  column: KnownColumn;
  milestoneId: string | null;
  archived: boolean;
  /** Marked complete there, though its list did not mean it. */
  movedToDone: boolean;
  /** Open work whose list became a milestone that is over by now: it stands without one. */
  tooLate: boolean;
}

export interface ListTargets {
  /** Where a card goes; null: it was chosen to stay behind. */
  of(card: ImportedCard): Target | null;
  addedColumns: Columns["added"];
  addedMilestones: number;
  identities: NewIdentity[];
}

/** Makes the milestones and decides the columns that the lists become. */
export async function placeLists(
  scope: Scope,
  project: ProjectAccess,
  board: ImportedBoard,
  choices: MappingData["lists"],
  { known, shape }: { known: Known; shape: BoardShape },
): Promise<ListTargets> {
  const columns = new Columns(project.id, shape);
  const identities: NewIdentity[] = [];
  const ownColumns = placeColumns(columns, board, choices, { known, identities });
  if (shape.columns.length === 0)
    for (const category of ["todo", "doing", "done"] as const) columns.first(category);
  const { milestones, over, added } = await placeMilestones(scope, project, board, choices, {
    known,
    identities,
  });
  const archived = new Set(board.lists.filter((list) => list.archived).map((list) => list.id));
  const of = (card: ImportedCard): Target | null => {
    const choice = choices[card.listId];
    if (!choice || choice.to === "skip") return null;
    const own = ownColumns.get(card.listId);
    const category = choice.to === "milestone" ? "todo" : choice.category;
    const standing = own ?? columns.first(category);
    const movedToDone = card.done && standing.category !== "done";
    const column = movedToDone ? columns.first("done") : standing;
    const isArchived = card.archived || archived.has(card.listId);
    const tooLate = over.has(card.listId) && column.category !== "done" && !isArchived;
    const milestoneId = tooLate ? null : (milestones.get(card.listId) ?? null);
    return { column, milestoneId, archived: isArchived, movedToDone, tooLate };
  };
  return { of, addedColumns: columns.added, addedMilestones: added, identities };
}

interface Making {
  known: Known;
  identities: NewIdentity[];
}

/** An archived list is no column any more: its cards rest archived in the first column of its meaning. */
function placeColumns(
  columns: Columns,
  board: ImportedBoard,
  choices: MappingData["lists"],
  { known, identities }: Making,
): Map<string, KnownColumn> {
  const own = new Map<string, KnownColumn>();
  for (const { id, name, archived, wipLimit } of board.lists) {
    const choice = choices[id];
    if (archived || choice?.to !== "column") continue;
    const before = columns.byId(known.get("column")?.get(id)) ?? columns.named(name);
    const column = before ?? columns.add(name, choice.category, wipLimit);
    identities.push({ noun: "column", externalId: id, nounId: column.id });
    own.set(id, column);
  }
  return own;
}

async function placeMilestones(
  scope: Scope,
  project: ProjectAccess,
  board: ImportedBoard,
  choices: MappingData["lists"],
  { known, identities }: Making,
): Promise<{ milestones: Map<string, string>; over: Set<string>; added: number }> {
  const wanted = board.lists.filter(({ id }) => choices[id]?.to === "milestone");
  const there = wanted.length > 0 ? await milestonesStillThere(scope, project.id) : new Map();
  const milestones = new Map<string, string>();
  const over = new Set<string>();
  let added = 0;
  for (const list of wanted) {
    const before = known.get("milestone")?.get(list.id);
    if (!before || !there.has(before)) added += 1;
    const id = before && there.has(before) ? before : await milestoneFor(scope, project, list);
    identities.push({ noun: "milestone", externalId: list.id, nounId: id });
    milestones.set(list.id, id);
    if (there.get(id)?.over) over.add(list.id);
  }
  return { milestones, over, added };
}

async function milestoneFor(scope: Scope, project: ProjectAccess, { name }: ImportedList): Promise<string> {
  return (await createMilestone(scope, project, { title: name })).id;
}
